// A short list of shares: label, bar, one or two number columns. Shows what it is given.
#pragma once

#include <vector>

#include <QWidget>

#include "ui/theme/theme.h"

namespace ui {

struct ShareRow {
    QString label;
    double share = 0.0;   // length of the bar, 0 … 1
    QString value;
    QString second;        // second number column; empty in all rows: no column
    bool marked = false;   // the row that the rest of the panel is about
    friend bool operator==(const ShareRow&, const ShareRow&) = default;
};

enum class ShareFlow { Down, Across };   // across: one line of label, bar and value each, for wide and low places

class ShareList : public QWidget {
    Q_OBJECT

public:
    explicit ShareList(QWidget* parent = nullptr);

    void setRows(std::vector<ShareRow> rows);
    void setFlow(ShareFlow flow);
    void setHeadings(const QString& value, const QString& second);
    void setTheme(const Theme& theme);
    [[nodiscard]] const std::vector<ShareRow>& rows() const { return m_rows; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintAcross(QPainter& painter) const;
    void paintBar(QPainter& painter, const QRectF& track, double share) const;
    void paintRow(QPainter& painter, const ShareRow& row, const QRect& area) const;
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] int valueWidth() const;
    [[nodiscard]] int secondWidth() const;
    [[nodiscard]] bool hasHeadings() const { return !m_valueHeading.isEmpty(); }

    Theme m_theme = Theme::light();
    std::vector<ShareRow> m_rows;
    ShareFlow m_flow = ShareFlow::Down;
    QString m_valueHeading;
    QString m_secondHeading;
};

}   // namespace ui
