// The inspector: one weight opened to its parts. Renders the derivation it is given and computes nothing.
#pragma once

#include <QWidget>

#include "ui/theme/theme.h"
#include "ui/views/explore/inspector_content.h"

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace ui {

class PairHeader;
class ProductTable;
class ShareList;
class StepList;

class Inspector : public QWidget {
    Q_OBJECT

public:
    explicit Inspector(QWidget* parent = nullptr);

    void show(const InspectorContent& content);
    void setTheme(const Theme& theme);
    // The derivation as lines of text, as "Copy steps" puts it on the clipboard.
    [[nodiscard]] QString steps() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;   // of the viewport that it scrolls in

private:
    void buildDerived(QVBoxLayout& layout);
    void buildRow(QVBoxLayout& layout);
    QPushButton* copyButton();
    QLabel* heading(const QString& text, const char* name);
    void showLedger();
    void fitProducts();
    void showStrongest();

    Theme m_theme = Theme::light();
    InspectorContent m_content;
    PairHeader* m_header;
    QWidget* m_derived;   // everything that needs an allowed pair of a softmax head
    ProductTable* m_products;
    QScrollArea* m_productArea;
    StepList* m_steps;
    QLabel* m_rowHeading;
    ShareList* m_strongest;
};

}   // namespace ui
