// Where the picture stands, and what is said there while there is none of this text yet.
#pragma once

#include <QStackedWidget>

#include "ui/state/standing.h"

class QAction;
class QLabel;
class QToolButton;

namespace ui {

class PicturePlace : public QStackedWidget {
    Q_OBJECT

public:
    PicturePlace(QWidget* picture, QAction* computeAgain, QWidget* parent);

    void showPicture();
    void showStanding(Standing standing);   // before the first picture

private:
    QWidget* m_picture;
    QLabel* m_text;
    QToolButton* m_again;
};

}   // namespace ui
