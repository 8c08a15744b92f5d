// Patterns to choose from, in small pictures: arrows walk, Enter and a click choose.
#pragma once

#include <vector>

#include <QFrame>

#include "ui/theme/theme.h"
#include "ui/views/compare/gallery_entries.h"

class QLabel;
class QListView;
class QStandardItemModel;

namespace ui {

class GalleryPopup : public QFrame {
    Q_OBJECT

public:
    explicit GalleryPopup(QWidget* parent);
    void showEntries(std::vector<GalleryEntry> entries, bool isCausal);
    void setTheme(const Theme& theme);
    void popUp(const QRect& button, const QString& current);   // in global coordinates; below it where there is room

Q_SIGNALS:
    void chosen(const QString& pattern);

private:
    void build();
    void fill();
    void showCurrent();
    void choose();

    Theme m_theme = Theme::light();
    std::vector<GalleryEntry> m_entries;
    bool m_isCausal = true;
    QListView* m_list;
    QStandardItemModel* m_model;
    QLabel* m_name;
    QLabel* m_line;
    QLabel* m_pattern;
};

}   // namespace ui
