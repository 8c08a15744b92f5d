// Standing: what the picture on screen is, compared with the document.
#pragma once

namespace ui {

enum class Standing {
    Current,       // of the document as it is
    Undescribed,   // of the document as it is, but the summaries of its heads were stopped
    Previous,      // of an older text, plan or model, and has to say so
};

}   // namespace ui
