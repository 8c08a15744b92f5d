// The inspector: one weight opened to its parts, and what its row cannot know. Renders the derivation it is given and computes nothing. Each number
// can be followed to what it was made of.
#pragma once

#include <QWidget>

#include "ui/state/future_proving.h"
#include "ui/state/ledger.h"
#include "ui/theme/theme.h"
#include "ui/views/explore/inspector_content.h"

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace ui {

class FuturePanel;
class PairHeader;
class ProductTable;
class QuietPlace;
class ShareList;
class StepList;

class Inspector : public QWidget {
    Q_OBJECT

public:
    explicit Inspector(QWidget* parent = nullptr);

    void show(const InspectorContent& content);
    void setTheme(const Theme& theme);
    // The derivation as lines of text, as "Copy steps" puts it on the clipboard.
    [[nodiscard]] QString steps() const;
    [[nodiscard]] QString tex() const;   // … and as TeX
    void showProving(const FutureProving& proving);

Q_SIGNALS:
    void keyChosen(ui::Pair pair);   // another key of the row on show
    void futureAsked(std::optional<ui::FutureQuery> query);
    void stopRequested();   // of a proof
    void keyboardLeft();    // what it stood on here is gone

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;   // of the viewport that it scrolls in

private:
    void buildDerived(QVBoxLayout& layout);
    void buildRow(QVBoxLayout& layout);
    void buildSteps(QVBoxLayout& layout);
    void connectParts();
    QPushButton* copyButton(const QString& title, const char* name, const QString& tip, QString (Inspector::*content)() const);
    QLabel* heading(const QString& text, const char* name);
    QuietPlace* placed(QWidget* content);
    void showLedger();
    void fitProducts();
    void showStrongest();

    Theme m_theme = Theme::light();
    InspectorContent m_content;
    PairHeader* m_header;
    FuturePanel* m_future;
    QWidget* m_derived;   // everything that needs an allowed pair of a softmax head
    ProductTable* m_products;
    QScrollArea* m_productArea;
    int m_placeHeight = 0;   // of the viewport that is watched
    StepList* m_steps;
    QWidget* m_row;   // what it carries
    QLabel* m_rowHeading;
    ShareList* m_strongest;
    std::vector<QuietPlace*> m_places;   // of all that changes with the pair
    std::vector<core::Index> m_keys;     // of its rows
    Ledger m_ledger;                     // as the steps show it
};

}   // namespace ui
