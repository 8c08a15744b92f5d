// The language of the window. Sentences are written in English in the source; translations lie compiled in the program.
#pragma once

#include <QStringList>

#include "core/base/result.h"

namespace ui {

// Codes such as "de", sorted; "en" is always among them. Whole: no sentence is left in English.
enum class Translations { All, Whole };
[[nodiscard]] QStringList languages(Translations which = Translations::All);

// The first of those that somebody reads which there is a whole translation to, else English: nobody is given a half of one unasked. `read`: names
// of locales, most wanted first.
[[nodiscard]] QString languageFor(const QStringList& read);

// Errors: BadInput for a code that is not among them.
[[nodiscard]] core::Result<void> checkLanguage(const QString& code);

// For all that is said from now on, with the direction that the language is read in. Without a code it is the one for the system's
// languages. Numbers are not touched: they are written as the system writes them, and read as the model's. Errors: those of checkLanguage.
core::Result<void> useLanguage(const QString& code = {});

}   // namespace ui
