// TileLoader: computes tiles off the GUI thread. Every picture says anew what it lacks; what the newest one does not ask for is dropped.
#pragma once

#include <memory>
#include <vector>

#include <QObject>

#include "ui/plot/tile_store.h"
#include "ui/work/latest_task.h"

namespace ui {

struct TileRequest {
    core::MapPtr map;
    TileKey key;
};

class TileLoader : public QObject {
    Q_OBJECT

public:
    explicit TileLoader(QObject* parent = nullptr);
    ~TileLoader() override;   // does not wait: what is under way is told to stop, and nobody hears of it

    // Most urgent first. Requests of earlier calls that are not among these never start; those under way are told to stop.
    void want(std::vector<TileRequest> requests);
    [[nodiscard]] bool busy() const;   // something is being computed that is still wanted

Q_SIGNALS:
    void ready(const ui::TileKey& key, const ui::TilePtr& tile);

private:
    struct Slot {
        TileKey key;
        LatestTask<TilePtr> task;
    };
    void startNext();
    void deliver(std::size_t slot, std::optional<TilePtr> tile);

    std::vector<TileRequest> m_waiting;
    std::vector<std::unique_ptr<Slot>> m_slots;
};

}   // namespace ui
