#include "ui/theme/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

// A resource in a static library is only there when it is asked for, and can be asked for only outside namespaces.
static void loadIcons() { Q_INIT_RESOURCE(icons); }

namespace ui {

namespace {

QColor colorOf(QIcon::Mode mode, QIcon::State state)
{
    const QPalette palette = QGuiApplication::palette();
    if (mode == QIcon::Disabled) return palette.color(QPalette::Disabled, QPalette::ButtonText);
    return palette.color(state == QIcon::On ? QPalette::BrightText : QPalette::ButtonText);
}

class LineEngine final : public QIconEngine {
public:
    explicit LineEngine(QByteArray drawing) : m_drawing(std::move(drawing)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        QByteArray drawing = m_drawing;
        QSvgRenderer(drawing.replace("currentColor", colorOf(mode, state).name().toLatin1())).render(painter, rect);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override   // in device pixels
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    [[nodiscard]] QIconEngine* clone() const override { return new LineEngine(*this); }

private:
    QByteArray m_drawing;
};

}   // namespace

QIcon icon(const QString& name)
{
    loadIcons();
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    return file.open(QIODevice::ReadOnly) ? QIcon(new LineEngine(file.readAll())) : QIcon();
}

}   // namespace ui
