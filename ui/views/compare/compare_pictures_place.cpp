// Where the pictures of Compare stand: in one row where there is room, on two lines where there is not.
#include <algorithm>

#include <QLabel>

#include "ui/views/compare/compare_pictures.h"
#include "ui/views/compare/row_strips.h"

namespace ui {

namespace {

constexpr int kGap = 10;             // px between pictures
constexpr int kEnds = 12;            // px below pictures, for the ends of the strips' axes
constexpr int kLeastPicture = 176;   // px
constexpr int kInOneRow = 220;       // px of a picture from which all stand in one row
constexpr int kHigher = 40;          // px that a picture is higher than wide, where its matrix has all the room that its width gives it
constexpr int kShortestLabel = 56;   // px, beside which there is room for the caption of rows
constexpr int kLabelShare = 6;       // of the width, a part of which labels may take

}   // namespace

QSize ComparePictures::minimumSizeHint() const { return {2 * kLeastPicture + kGap, std::min(maximumHeight(), m_theme.scaled(260))}; }

void ComparePictures::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

// Equally wide to the pixel, so that their cells are equally large and what looks the same is the same.
void ComparePictures::place()
{
    const int strips = m_strips->sizeHint().width(), count = showsDifference() ? 3 : 2, inRow = (width() - strips - count * kGap) / count;
    const bool isRow = count == 2 || inRow >= m_theme.scaled(kInOneRow);
    const int each = isRow ? inRow : (width() - kGap) / 2, rows = isRow ? 1 : 2;
    const int ends = m_theme.scaled(kEnds);
    setMaximumHeight(rows * (each + m_theme.scaled(kHigher)) + (rows - 1) * kGap + ends);
    setMinimumHeight(isRow ? 0 : maximumHeight());
    const int high = (height() - ends - (rows - 1) * kGap) / rows, below = isRow ? 0 : high + kGap;
    const Pane& first = &second() == &m_own ? m_kept : m_own;
    first.whole->setGeometry(0, 0, each, high);
    second().whole->setGeometry(each + kGap, 0, each, high);
    m_moved.whole->setVisible(showsDifference());
    m_moved.whole->setGeometry(isRow ? 2 * (each + kGap) : 0, below, each, high);
    m_strips->setGeometry(isRow ? count * (each + kGap) : each + kGap, below, strips, high + ends);
    shareRoom();
    placeStrips();
}

void ComparePictures::shareRoom()
{
    SharedRoom room;
    for (const AttentionView* picture : pictures()) {
        const SharedRoom wanted = picture->scene().roomWanted();
        room.positions = std::max(room.positions, wanted.positions);
        room.labelLength = std::max(room.labelLength, wanted.labelLength);
    }
    room.mostLabel = std::max(m_own.whole->width() / kLabelShare, m_theme.scaled(kShortestLabel));
    for (AttentionView* picture : pictures()) picture->setRoom(room);
}

void ComparePictures::placeStrips()
{
    const AttentionView* beside = showsDifference() ? m_moved.picture : second().picture;
    MatrixGeometry geometry = beside->geometryOfCells();
    const int above = beside->mapTo(this, QPoint()).y() - m_strips->y();
    geometry.plot.translate(0, above);
    m_strips->setCells(geometry);
}

}   // namespace ui
