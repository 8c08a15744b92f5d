// What to look for in a sample sentence. The heads that it names are links: they show the weight that it speaks of.
#pragma once

#include <QLabel>

#include "ui/state/samples.h"
#include "ui/theme/theme.h"

namespace ui {

class SampleNote : public QLabel {
    Q_OBJECT

public:
    explicit SampleNote(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void showSample(const Sample* sample);   // null: the sentence is no sample, or the model another

Q_SIGNALS:
    void weightChosen(core::HeadId head, ui::Pair pair);

private:
    void refresh();
    Sample m_sample;   // without text when there is none; its weights are numbered in the links
    Theme m_theme = Theme::light();
};

}   // namespace ui
