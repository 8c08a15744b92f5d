// Standing: what the picture on screen is, compared with the document. No picture at all is none of the document.
#pragma once

namespace ui {

enum class Standing {
    Current,       // of the document as it is
    Undescribed,   // of the document as it is, but the summaries of its heads were stopped
    Previous,      // of an older text, plan or model, and has to say so; another one is on its way
    Stopped,       // the same, but nothing is on its way: it was cancelled, or it failed
};

}   // namespace ui
