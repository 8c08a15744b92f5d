#include "ui/views/explore/row_dialog.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/views/explore/panel_parts.h"

namespace ui {

namespace {

constexpr int kTokenColumn = 1;   // the others hold numbers

QTreeWidget* listOf(const RowTable& table, QWidget* parent)
{
    auto* list = new QTreeWidget(parent);
    list->setObjectName(QStringLiteral("rowTable"));
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setAlternatingRowColors(true);
    list->setHeaderLabels(table.headings);
    for (const QStringList& row : table.rows) {
        auto* item = new QTreeWidgetItem(list, row);
        for (int column = 0; column < row.size(); ++column)
            if (column != kTokenColumn) item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    for (int column = 0; column < table.headings.size(); ++column)
        if (column != kTokenColumn) list->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    list->header()->setStretchLastSection(false);
    list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    list->header()->setSectionResizeMode(kTokenColumn, QHeaderView::Stretch);
    list->setCurrentItem(list->topLevelItem(0));
    return list;
}

}   // namespace

RowDialog::RowDialog(const PlotScene& scene, core::Index query, const QString& head, QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("rowDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Row “%1” %2 of %3").arg(scene.labels.text(query), scene.labels.place(query), head));
    const RowTable table = rowTable(scene, query);
    QTreeWidget* list = listOf(table, this);
    list->setAccessibleName(windowTitle());
    auto* summary = plainLabel("rowSummary", this);
    summary->setText(rowSummary(scene, query));
    summary->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    QPushButton* copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copyTable"));
    connect(copy, &QPushButton::clicked, this, [text = table.tabbed()] { QGuiApplication::clipboard()->setText(text); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(summary);
    layout->addWidget(list, 1);
    layout->addWidget(buttons);
    resize(420, 560);
    list->setFocus();
}

}   // namespace ui
