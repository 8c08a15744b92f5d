// Help: the walk through the window, the keyboard, and what this program is.
#include <QBoxLayout>
#include <QMenuBar>
#include <QMessageBox>
#include <QStatusBar>

#include "core/base/version.h"
#include "ui/window/keyboard_help.h"
#include "ui/window/main_window.h"
#include "ui/window/show_me/show_me.h"
#include "ui/window/show_me/welcome_card.h"

namespace ui {

namespace {

constexpr Qt::Key kShowMeKey = Qt::Key_F2;   // F1 is the keyboard's

}   // namespace

void MainWindow::buildHelpMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&Help"));
    addAction(menu, tr("&Show me"), "showMe", kShowMeKey, [this] { showMe(); });
    addAction(menu, tr("&Keyboard"), "keyboard", {}, [this] { showKeyboard(); })->setShortcuts({Qt::Key_Question, QKeySequence::HelpContents});
    menu->addSeparator();
    addAction(menu, tr("&About Fovea"), "about", {}, [this] { showAbout(); });
}

void MainWindow::buildShowMe(QBoxLayout& layout)
{
    m_welcome = new WelcomeCard(kShowMeKey, this);
    auto* card = new WalkCard(this);
    layout.addWidget(m_welcome);
    layout.addWidget(card);
    m_showMe = new ShowMe(m_session, *card, this);
    connect(m_welcome, &WelcomeCard::accepted, this, &MainWindow::showMe);
    connect(m_welcome, &WelcomeCard::dismissed, this, &MainWindow::endFirstStart);
    connect(m_showMe, &ShowMe::left, this, [this] {
        showCells(m_cellsBefore);   // of the document that is back
    });
}

// With the first picture: there is nothing to walk through before.
void MainWindow::welcome()
{
    m_welcome->setVisible(m_services.settings.isThere() && m_settings.firstStart == FirstStart::ToCome && !m_showMe->isOn());
}

void MainWindow::endFirstStart()
{
    m_settings.firstStart = FirstStart::Past;
    if (QWidget* focus = focusWidget(); focus && m_welcome->isAncestorOf(focus)) m_views.front()->setFocus();
    m_welcome->hide();
    remember();
}

void MainWindow::showMe()
{
    if (!m_controller.record() || m_controller.models().busy())
        return statusBar()->showMessage(tr("Show me needs a model, which is not open yet."), kToastTime);
    if (m_files.busy()) return statusBar()->showMessage(tr("A file is being read. Show me can begin as soon as it is open."), kToastTime);
    endFirstStart();
    m_cellsBefore = cellsOnScreen();
    m_showMe->begin();
}

void MainWindow::showKeyboard()
{
    if (auto* open = findChild<KeyboardHelp*>()) return open->raise(), open->activateWindow();
    (new KeyboardHelp(this))->show();
}

void MainWindow::showAbout()
{
    auto* about = new QMessageBox(QMessageBox::NoIcon, tr("About Fovea"),
                                  tr("<b>Fovea %1</b><p>Shows where a transformer looks.</p>"
                                     "<p>Attention is not explanation: it shows where a head looks, not why the model answered.</p>")
                                      .arg(QLatin1String(core::version())),
                                  QMessageBox::Close, this);
    about->setAttribute(Qt::WA_DeleteOnClose);
    about->setModal(false);
    about->show();
}

}   // namespace ui
