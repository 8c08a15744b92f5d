// One sentence of Explore with its picture, wired to the session: what is typed, looked at and pinned there is of this sentence. Explore has one, and
// another beside it while the document has a second sentence.
#pragma once

#include <QObject>

#include "ui/plot/attention_view.h"
#include "ui/state/session.h"
#include "ui/views/explore/picture_place.h"
#include "ui/views/explore/sentence_field.h"

namespace ui {

class SentencePane : public QObject {
    Q_OBJECT

public:
    struct Parts {
        SentenceField* field;
        AttentionView* picture;
        PicturePlace* place;   // of the picture
    };
    SentencePane(Session& session, Side side, const Parts& parts, QObject* parent);

    void showText();
    void showRecord(const ExploreRecordPtr& record);
    void showStanding(Standing standing);
    void showHead();
    void showSelection();
    void showPictureState();
    void setTheme(const Theme& theme);

    [[nodiscard]] Side side() const { return m_side; }
    [[nodiscard]] const Parts& parts() const { return m_parts; }
    [[nodiscard]] const ExploreRecordPtr& record() const { return m_record; }   // null: there is none yet
    [[nodiscard]] Standing standing() const { return m_standing; }
    [[nodiscard]] Selection selection() const;             // the session's of this sentence, with the head that is on show
    [[nodiscard]] std::optional<Pair> pair() const;        // what is looked at here, else what is pinned
    [[nodiscard]] std::optional<double> peeked() const;    // the weight that is looked at, as the picture shows it

Q_SIGNALS:
    void mapChanged();   // another matrix stands here
    void soloAsked();

private:
    void connectParts();

    Session& m_session;
    Side m_side;
    Parts m_parts;
    ExploreRecordPtr m_record;
    Standing m_standing = Standing::Current;
};

}   // namespace ui
