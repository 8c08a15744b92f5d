// A card whose numbers take a run of the model to find: one line says what is going on, and the last good numbers stay below it, said to be older.
#pragma once

#include "core/base/result.h"
#include "ui/views/alert_frame.h"

class QLabel;
class QVBoxLayout;

namespace ui {

class LossChart;
class WrappedLabel;

class AnswerCard : public AlertFrame {
    Q_OBJECT

public:
    void showNothing();   // nothing was asked
    void showWorking();
    void showProblem(const core::Error& error);

protected:
    struct Words {
        QString nothing;
        QString first;   // is being found
        QString again;   // likewise, with older numbers below
        QString older;   // what these are, behind a problem
    };
    AnswerCard(const char* name, Words words, QWidget* parent);

    void showAnswer();   // what is in content() is of the newest question
    [[nodiscard]] QWidget* content() const { return m_content; }
    void addTo(QVBoxLayout& layout) const;   // the line and what is below it
    [[nodiscard]] static WrappedLabel* wrapping(const char* name, const char* role, QWidget* parent);
    static void tellPointed(LossChart& chart, QLabel& readout);   // what is pointed at, else what is drawn

private:
    void say(const QString& text, const char* tone);

    Words m_words;
    WrappedLabel* m_status;
    QWidget* m_content;
    bool m_has = false;
};

}   // namespace ui
