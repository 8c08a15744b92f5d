#include "ui/window/language.h"

#include <memory>

#include <QCoreApplication>
#include <QDir>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>
#include <fmt/format.h>

// A resource of a static library is not found before somebody asks for it; the name is global.
static void haveTranslations() { Q_INIT_RESOURCE(translations); }

namespace ui {

namespace {

constexpr const char* kSource = "en";
constexpr const char* kFolder = ":/translations";
constexpr const char* kBegun = ":/translations/begun";
constexpr const char* kFiles = "fovea_*.qm";
constexpr const char* kName = "installedTranslation";   // object name, by which translators are found again

// What a translation lacks stays English, and English words among those that are read from the right keep their order: "73 of 74 rows" would read
// "of 74 rows 73".
class EnglishAmongOthers final : public QTranslator {
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* source, const char*, int) const override
    {
        if (context[0] == 'Q') return {};   // Qt's own, some of which are no sentences
        return QChar(0x2066) + QString::fromUtf8(source) + QChar(0x2069);   // left-to-right isolate … pop directional isolate
    }
};

void removeTranslations()
{
    for (auto* old : qApp->findChildren<QTranslator*>(QLatin1String(kName), Qt::FindDirectChildrenOnly)) {
        QCoreApplication::removeTranslator(old);
        delete old;
    }
}

void install(std::unique_ptr<QTranslator> translator)
{
    translator->setObjectName(QLatin1String(kName));
    translator->setParent(qApp);
    QCoreApplication::installTranslator(translator.release());
}

void install(const QString& file, const QString& folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (translator->load(file, folder)) install(std::move(translator));
}

}   // namespace

QStringList languages(Translations which)
{
    haveTranslations();
    QStringList files = QDir(QLatin1String(kFolder)).entryList({QLatin1String(kFiles)});
    if (which == Translations::All) files += QDir(QLatin1String(kBegun)).entryList({QLatin1String(kFiles)});
    QStringList codes{QLatin1String(kSource)};
    for (const QString& file : files) codes.append(file.section(u'_', 1).section(u'.', 0, 0));
    codes.sort();
    return codes;
}

QString languageFor(const QStringList& read)
{
    const QStringList whole = languages(Translations::Whole);
    for (const QString& each : read)
        if (const QString code = QLocale(each).name().section(u'_', 0, 0); whole.contains(code)) return code;
    return QLatin1String(kSource);
}

core::Result<void> checkLanguage(const QString& code)
{
    const QStringList known = languages();
    if (known.contains(code)) return {};
    return core::fail(core::Fault::BadInput, fmt::format("There is no translation to \"{}\".", code.toStdString()),
                      fmt::format("Choose one of: {}.", known.join(QStringLiteral(", ")).toStdString()));
}

core::Result<void> useLanguage(const QString& code)
{
    const QString language = code.isEmpty() ? languageFor(QLocale::system().uiLanguages()) : code;
    FOVEA_CHECK(checkLanguage(language));
    removeTranslations();
    const Qt::LayoutDirection direction = QLocale(language).textDirection();
    if (direction == Qt::RightToLeft) install(std::make_unique<EnglishAmongOthers>());   // the first is asked last
    install(QStringLiteral("qtbase_") + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));   // of Qt's own dialogs, where installed
    for (const char* folder : {kFolder, kBegun}) install(QStringLiteral("fovea_") + language, QLatin1String(folder));
    QGuiApplication::setLayoutDirection(direction);
    return {};
}

}   // namespace ui
