// The context bar: which model and which head is on show, and the way to others; at its right what is wanted at any time.
#pragma once

#include <QToolBar>

#include "core/model/model_config.h"

class QComboBox;
class QLabel;

namespace ui {

class ContextBar : public QToolBar {
    Q_OBJECT

public:
    explicit ContextBar(QWidget* parent = nullptr);

    // Undo and redo by their icons; the others by icon and name, or by their icons alone where the bar is narrow.
    void addTools(const QList<QAction*>& steps, const QList<QAction*>& named);
    // onShow: empty while there is no model.
    void showModels(const QStringList& known, const QString& onShow);
    void showConfig(const core::ModelConfig& config);
    void showHead(core::HeadId head);   // after showConfig; none is named when the model has no such head

Q_SIGNALS:
    void modelChosen(const QString& nameOrPath);
    void headChosen(core::HeadId head);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void buildModels();
    void buildHeads();
    void fitNames();

    QComboBox* m_models;
    QComboBox* m_heads;
    QLabel* m_facts;
    QAction* m_factsAction = nullptr;   // a toolbar shows and hides its widgets by their actions
    QList<QAction*> m_named;
    core::Index m_layers = 0;
    core::Index m_headsOfALayer = 0;
};

}   // namespace ui
