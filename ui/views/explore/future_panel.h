// That a row cannot know what follows it: said of the row on show, and proved on request.
#pragma once

#include <QWidget>

#include "ui/state/future_proving.h"
#include "ui/theme/theme.h"
#include "ui/views/explore/inspector_content.h"

class QLabel;
class QPushButton;

namespace ui {

class FutureCard;

class FuturePanel : public QWidget {
    Q_OBJECT

public:
    explicit FuturePanel(QWidget* parent = nullptr);

    void show(const InspectorContent& content);
    void showProving(const FutureProving& proving);
    void setTheme(const Theme& theme);

Q_SIGNALS:
    void asked(std::optional<ui::FutureQuery> query);   // null: what was found is put away
    void stopRequested();
    void keyboardLeft();   // and there is no row to ask about

private:
    void takeKeyboard();
    void showCard();
    Theme m_theme = Theme::light();
    FutureProving m_proving;
    core::Index m_row = 0;   // that the claim is about …
    Side m_side = Side::First;   // … in this sentence
    bool m_isOfTwo = false;
    QLabel* m_claim;
    QPushButton* m_prove;
    FutureCard* m_card;
};

}   // namespace ui
