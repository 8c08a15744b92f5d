#include "ui/views/compare/gallery_entries.h"

#include <algorithm>
#include <string_view>

#include "core/attention/pattern_node.h"
#include "ui/state/tr.h"

namespace ui {

namespace {

struct Example {
    std::string_view name;
    const char* brackets;   // numbers with which 32 tokens show what it does
    const char* line;
};

constexpr Example kExamples[] = {
    {"dense", "", QT_TRANSLATE_NOOP("ui", "Every pair.")},
    {"causal", "", QT_TRANSLATE_NOOP("ui", "Each token sees itself and all before it.")},
    {"window", "8", QT_TRANSLATE_NOOP("ui", "Neighbours: the query itself counts.")},
    {"dilated", "4, 3", QT_TRANSLATE_NOOP("ui", "A window with gaps: w keys, d apart.")},
    {"blocks", "8", QT_TRANSLATE_NOOP("ui", "Chunks that see only themselves.")},
    {"strided", "6", QT_TRANSLATE_NOOP("ui", "The nearest l tokens, and every l-th one.")},
    {"fixed", "8, 2", QT_TRANSLATE_NOOP("ui", "Its own chunk, and the last c tokens of each chunk.")},
    {"longformer", "4, 0, 12", QT_TRANSLATE_NOOP("ui", "A window of w on each side, and tokens that see and are seen by all.")},
    {"sinks", "4", QT_TRANSLATE_NOOP("ui", "The first tokens, on which many heads park their weight.")},
    {"global", "0, 12", QT_TRANSLATE_NOOP("ui", "Named tokens see all and are seen by all.")},
    {"landmarks", "0, 12", QT_TRANSLATE_NOOP("ui", "Named tokens are seen by all.")},
    {"offsets", "0, 1, 5, 12", QT_TRANSLATE_NOOP("ui", "Named distances.")},
    {"logsparse", "", QT_TRANSLATE_NOOP("ui", "Distances 0, 1, 2, 4, 8 …")},
    {"random", "4, 2, 1", QT_TRANSLATE_NOOP("ui", "For each chunk of queries r chunks of keys, drawn by the seed.")},
    {"bigbird", "4, 1, 1", QT_TRANSLATE_NOOP("ui", "First, last and neighbouring chunks, and r drawn ones.")},
    {"where", "(q - k) % 4 == 0", QT_TRANSLATE_NOOP("ui", "Any condition on query, key and length.")},
    {"topk", "8", QT_TRANSLATE_NOOP("ui", "Each query's k best keys, chosen from its scores.")},
    {"moba", "4, 3", QT_TRANSLATE_NOOP("ui", "Each query's k best chunks, by their mean key.")},
    {"nsa", "4, 2, 8, 3", QT_TRANSLATE_NOOP("ui", "The n best chunks, by scores of compressed keys.")},
    {"lsh", "4, 2, 1", QT_TRANSLATE_NOOP("ui", "Tokens that fall into one bucket of a seeded hash.")},
    {"routing", "4, 1", QT_TRANSLATE_NOOP("ui", "Tokens that belong to one cluster.")},
};

// Of a primitive that nothing is said about here: its smallest legal numbers from 2 on, or cells to see.
QString plainExample(const core::Primitive& primitive)
{
    if (primitive.list == core::OpenList::Cells) return QStringLiteral("8-15:2-5, 20-27:10-13");
    QStringList numbers;
    for (const core::Parameter& parameter : primitive.parameters) numbers.append(QString::number(std::max<core::Index>(2, parameter.lowest)));
    if (primitive.list == core::OpenList::Numbers || primitive.list == core::OpenList::Tokens) numbers.append(QStringLiteral("0"));
    return numbers.join(QStringLiteral(", "));
}

GalleryEntry entryOf(const core::Primitive& primitive, bool isCausal)
{
    const auto found = std::ranges::find(kExamples, primitive.name, &Example::name);
    const bool isKnown = found != std::end(kExamples);
    const QString name = QString::fromUtf8(primitive.name.data(), qsizetype(primitive.name.size()));
    const QString brackets = isKnown ? QString::fromUtf8(found->brackets) : plainExample(primitive);
    const QString text = brackets.isEmpty() ? name : QStringLiteral("%1(%2)").arg(name, brackets);
    const bool standsAlone = !primitive.select && (!isCausal || primitive.name == "causal" || primitive.name == "dense");
    const QString line = isKnown ? tr(found->line) : primitive.list == core::OpenList::Cells ? tr("Pairs painted by hand.") : QString();
    return {.kind = GalleryEntry::Kind::Primitive,
            .name = QString::fromStdString(core::signatureOf(primitive)),
            .line = line,
            .pattern = standsAlone ? text : (isCausal ? QStringLiteral("causal & ") : QStringLiteral("dense & ")) + text};
}

}   // namespace

std::vector<GalleryEntry> galleryEntries(const PatternGallery& gallery, bool isCausal)
{
    std::vector<GalleryEntry> entries;
    for (const NamedPattern& named : gallery.patterns)
        entries.push_back({.kind = GalleryEntry::Kind::Model, .name = named.name, .line = named.line, .pattern = named.pattern});
    for (const core::Primitive& primitive : core::primitives()) entries.push_back(entryOf(primitive, isCausal));
    return entries;
}

}   // namespace ui
