// The inspector: one weight opened to its parts. Renders the derivation it is given and computes nothing.
#pragma once

#include <map>
#include <optional>

#include <QWidget>

#include "ui/state/derivation.h"
#include "ui/state/document.h"
#include "ui/state/ledger.h"
#include "ui/theme/theme.h"

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace ui {

class ProductTable;
class ShareList;

enum class InspectorSource { Nothing, Peek, Pin };

struct InspectorContent {
    ExploreRecordPtr record;
    std::optional<Derivation> derivation;   // of the peeked pair, else of the pinned one
    InspectorSource source = InspectorSource::Nothing;
    FirstToken firstToken = FirstToken::Shown;
};

class Inspector : public QWidget {
    Q_OBJECT

public:
    explicit Inspector(QWidget* parent = nullptr);

    void show(const InspectorContent& content);
    void setTheme(const Theme& theme);
    // The derivation as lines of text, as "Copy steps" puts it on the clipboard.
    [[nodiscard]] QString steps() const;

private:
    struct StepRow {
        QLabel* name = nullptr;
        QLabel* expression = nullptr;
        QLabel* value = nullptr;
    };
    enum class Step { Sum, Scale, Mask, LogSumExp, Weight, HideFirst, Written };

    void buildHeader(QVBoxLayout& layout);
    void buildProducts(QVBoxLayout& layout);
    void buildSteps(QVBoxLayout& layout);
    void buildRow(QVBoxLayout& layout);
    QLabel* heading(const QString& text, const char* name);
    QLabel* addNote(QVBoxLayout& layout, const char* name);
    void showPair();
    void showLedger();
    void showSteps(const Ledger& ledger);
    void showStrongest();
    void setStep(Step step, const QString& expression, const QString& value);
    void fitProducts();
    [[nodiscard]] QString chip(const QString& label, core::Index position, const QColor& ink, const QColor& ground) const;
    [[nodiscard]] QString explanation() const;   // why there is no derivation, or what the row could not know

    Theme m_theme = Theme::light();
    InspectorContent m_content;
    QWidget* m_derived = nullptr;   // everything that needs an allowed pair of a softmax head
    QLabel* m_source = nullptr;
    QLabel* m_pair = nullptr;
    QLabel* m_weight = nullptr;
    QLabel* m_rank = nullptr;
    QLabel* m_note = nullptr;
    ProductTable* m_products = nullptr;
    QScrollArea* m_productArea = nullptr;
    std::map<Step, StepRow> m_steps;
    QLabel* m_rowHeading = nullptr;
    ShareList* m_strongest = nullptr;
};

}   // namespace ui
