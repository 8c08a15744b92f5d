#include "ui/views/compare/gallery_popup.h"

#include <algorithm>
#include <utility>

#include <QLabel>
#include <QListView>
#include <QScreen>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include "ui/views/compare/gallery_delegate.h"
#include "ui/views/compare/gallery_thumbnail.h"
#include "ui/views/explore/panel_parts.h"

namespace ui {

namespace {

constexpr int kColumns = 3, kLines = 3;   // of pictures that are seen at once

}   // namespace

GalleryPopup::GalleryPopup(QWidget* parent) :
    QFrame(parent, Qt::Popup),
    m_list(new QListView(this)),
    m_model(new QStandardItemModel(this)),
    m_name(roleLabel({}, "section", this)),
    m_line(roleLabel({}, "note", this)),
    m_pattern(plainLabel<QLabel>("galleryPattern", this))
{
    setObjectName(QStringLiteral("patternGallery"));
    setAccessibleName(tr("Gallery of patterns"));
    build();
}

void GalleryPopup::build()
{
    auto* delegate = new GalleryDelegate(m_list);
    m_list->setObjectName(QStringLiteral("galleryList"));
    m_list->setAccessibleName(accessibleName());
    m_list->setItemDelegate(delegate);
    m_list->setModel(m_model);
    m_list->setViewMode(QListView::IconMode);
    m_list->setMovement(QListView::Static);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_name->setObjectName(QStringLiteral("galleryName"));
    m_line->setObjectName(QStringLiteral("galleryLine"));
    m_name->setTextFormat(Qt::PlainText);
    m_line->setTextFormat(Qt::PlainText);
    for (QLabel* label : {m_line, m_pattern}) label->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(4);
    layout->addWidget(m_list);
    for (QLabel* label : {m_name, m_line, m_pattern}) {
        label->setContentsMargins(8, 0, 8, 0);
        layout->addWidget(label);
    }
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &GalleryPopup::showCurrent);
    connect(m_list, &QListView::clicked, this, &GalleryPopup::choose);
    connect(m_list, &QListView::activated, this, &GalleryPopup::choose);
    connect(m_list, &QListView::entered, m_list, &QListView::setCurrentIndex);
    setTheme(m_theme);
}

void GalleryPopup::showEntries(std::vector<GalleryEntry> entries, bool isCausal)
{
    if (entries == m_entries && isCausal == m_isCausal) return;
    m_entries = std::move(entries);
    m_isCausal = isCausal;
    m_model->clear();   // pictures are drawn when they are asked for
}

void GalleryPopup::setTheme(const Theme& theme)
{
    m_theme = theme;
    auto* delegate = static_cast<GalleryDelegate*>(m_list->itemDelegate());
    delegate->setTheme(theme);
    const QSize item = delegate->sizeHint({}, {});
    m_list->setGridSize(item + QSize(4, 4));
    m_pattern->setFont(theme.font(TextStyle::Label, Face::Number));
    m_model->clear();
}

void GalleryPopup::fill()
{
    const int side = static_cast<GalleryDelegate*>(m_list->itemDelegate())->pictureSide();
    const double ratio = devicePixelRatioF();
    for (const GalleryEntry& entry : m_entries) {
        auto* item = new QStandardItem(entry.name);
        if (const auto pattern = core::Pattern::parse(entry.pattern.toStdString())) {
            QImage picture = patternThumbnail(*pattern, m_isCausal, qRound(side * ratio), m_theme);
            picture.setDevicePixelRatio(ratio);
            item->setData(picture, Qt::DecorationRole);
        }
        item->setData(tr("%1: %2").arg(entry.name, entry.line), Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
}

void GalleryPopup::popUp(const QRect& button, const QString& current)
{
    if (m_model->rowCount() == 0) fill();
    const QRect screen = this->screen()->availableGeometry();
    const QSize cell = m_list->gridSize();
    const int wide = std::min(kColumns * cell.width() + 16, screen.width() - 32);
    const int words = 7 * QFontMetrics(m_theme.font(TextStyle::Label)).lineSpacing();   // kept free, so that walking moves nothing
    m_list->setFixedSize(wide, std::min(kLines * cell.height(), screen.height() - words - 60));
    setFixedSize(wide + 16, m_list->height() + words + 20);
    const int left = isRightToLeft() ? button.right() + 1 - width() : button.left();
    const bool fitsBelow = button.bottom() + height() <= screen.bottom();
    move(std::clamp(left, screen.left(), std::max(screen.left(), screen.right() - width())),
         fitsBelow ? button.bottom() + 2 : std::max(screen.top(), screen.bottom() - height()));
    const auto found = std::ranges::find(m_entries, current, &GalleryEntry::pattern);
    show();
    m_list->setCurrentIndex(m_model->index(found == m_entries.end() ? 0 : int(found - m_entries.begin()), 0));
    m_list->setFocus(Qt::TabFocusReason);
    showCurrent();
}

void GalleryPopup::showCurrent()
{
    const int row = m_list->currentIndex().row();
    if (row < 0 || row >= int(m_entries.size())) return;
    const GalleryEntry& entry = m_entries[std::size_t(row)];
    m_name->setText(entry.name);
    m_line->setText(entry.line);
    m_pattern->setText(entry.pattern);
}

void GalleryPopup::choose()
{
    const int row = m_list->currentIndex().row();
    if (!isVisible() || row < 0 || row >= int(m_entries.size())) return;   // a click is also an activation in some styles
    hide();
    Q_EMIT chosen(m_entries[std::size_t(row)].pattern);
}

}   // namespace ui
