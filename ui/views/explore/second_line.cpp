#include "ui/views/explore/second_line.h"

#include <QHBoxLayout>
#include <QToolButton>

#include "ui/views/explore/next_tokens.h"

namespace ui {

SecondLine::SecondLine(Session& session, SessionActions& actions, QWidget* picture, QWidget* parent) :
    QWidget(parent), m_middle(new QWidget(this)), m_next(new NextTokens(this))
{
    setObjectName(QStringLiteral("secondSentenceLine"));
    auto* field = new SentenceField(this);
    field->setObjectName(QStringLiteral("sentence2"));
    field->setAccessibleName(tr("Second sentence"));
    auto* view = new AttentionView(picture);
    view->setObjectName(QStringLiteral("attentionView2"));
    view->setAccessibleName(tr("Attention of the head on show in the second sentence"));
    auto* place = new PicturePlace(view, actions.computeAgain, picture);
    place->setObjectName(QStringLiteral("picturePlace2"));
    m_pane = new SentencePane(session, Side::Second, {field, view, place}, this);

    auto* close = new QToolButton(m_middle);
    close->setObjectName(QStringLiteral("closeSecond"));
    close->setText(tr("Close"));
    close->setToolTip(tr("Closes the second sentence (%1)").arg(actions.secondSentence->shortcut().toString(QKeySequence::NativeText)));
    close->setAccessibleName(tr("Close the second sentence"));
    showDocument(session.document());
    connect(m_next, &NextTokens::appended, this, [&session](const QString& piece) { session.appendText(piece, Side::Second); });
    connect(close, &QToolButton::clicked, &session, &Session::closeSecond);
    auto* middle = new QHBoxLayout(m_middle);
    middle->setContentsMargins(0, 0, 0, 0);
    middle->addWidget(close, 0, Qt::AlignLeft | Qt::AlignTop);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(20);
    line->addWidget(field, 1, Qt::AlignTop);
    line->addWidget(m_middle, 0, Qt::AlignTop);
    line->addWidget(m_next, 0, Qt::AlignTop);
}

SecondLine::~SecondLine() = default;

void SecondLine::showDocument(const DocumentState& document) { m_next->showDocument(document, Side::Second); }

void SecondLine::showRecord(const ExploreRecordPtr& record)
{
    m_pane->showRecord(record);
    m_next->showRecord(record);
}

void SecondLine::showStanding(Standing standing)
{
    m_pane->showStanding(standing);
    m_next->showStanding(standing);
}

void SecondLine::setTheme(const Theme& theme)
{
    m_pane->setTheme(theme);
    m_next->setTheme(theme);
}

void SecondLine::setWidths(int middle, int next)
{
    m_middle->setFixedWidth(middle);
    m_next->setFixedWidth(next);
}

}   // namespace ui
