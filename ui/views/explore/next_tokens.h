// What the model would write next: the most likely tokens with their probabilities, beside the sentence. Any of them can be written behind the text.
// Where a plan changed the attention, each has below it what it is with the model's own: an effect, not an explanation.
#pragma once

#include <optional>
#include <vector>

#include <QWidget>

#include "ui/state/document.h"
#include "ui/state/explore_record.h"
#include "ui/state/standing.h"
#include "ui/theme/theme.h"

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace ui {

class ElidingLabel;
class ShareList;

class NextTokens : public QWidget {
    Q_OBJECT

public:
    explicit NextTokens(QWidget* parent = nullptr);

    void showRecord(const ExploreRecordPtr& record);
    // Candidates belong to the text they were computed for: behind another one nothing can be written by them.
    void showStanding(Standing standing);
    void showDocument(const DocumentState& document, Side side = Side::First);
    void setTheme(const Theme& theme);
    // The most likely one, where it can be written. Of a text that is still being computed, once it is.
    void appendFirst();

Q_SIGNALS:
    void appended(const QString& piece);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void placeEffect();   // where there is room for it
    struct Appended {
        core::ModelPtr model;
        QString text;                            // that it made
        std::vector<core::TokenId> expected{};   // tokens of that, were the piece not read anew with the text before it
    };
    void refresh();
    void showTitle();
    void showEffect();
    void append(std::size_t candidate);
    [[nodiscard]] QString reasonAgainst(const NextTokenChance& chance) const;   // empty: it can be written
    [[nodiscard]] bool isCut() const { return m_record->tokensInText > m_record->recording->size(); }
    [[nodiscard]] bool isReadAnew() const;
    [[nodiscard]] bool isOfDocument() const { return m_record && m_record->text == m_text && m_record->plan == m_plan; }

    ExploreRecordPtr m_record;
    QString m_text;   // of the document
    QString m_plan;
    bool m_isWanted = false;   // the first token of a text that is being computed
    Standing m_standing = Standing::Current;
    std::optional<Appended> m_appended;   // the last piece, until another text or model comes
    ElidingLabel* m_title;
    QLabel* m_effect;
    QHBoxLayout* m_line;   // of the title
    QPushButton* m_append;
    ShareList* m_shares;
};

}   // namespace ui
