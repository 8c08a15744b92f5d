// An application object for commands that paint without a window on screen.
#pragma once

#include <memory>

class QApplication;

namespace ui {

// One at a time, as long as anything is painted; the offscreen platform needs no display. Numbers in pictures are the same wherever they are made.
class OffscreenApplication {
public:
    OffscreenApplication();
    ~OffscreenApplication();
    OffscreenApplication(const OffscreenApplication&) = delete;
    OffscreenApplication& operator=(const OffscreenApplication&) = delete;

private:
    std::unique_ptr<QApplication> m_application;
};

}   // namespace ui
