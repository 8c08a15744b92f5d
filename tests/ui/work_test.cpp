// Workers, mailbox and the newest task: what is handed over arrives, in order, once, or not at all.
#include <atomic>
#include <future>

#include <gtest/gtest.h>

#include <QCoreApplication>

#include "tests/ui/latch.h"
#include "ui/work/latest_task.h"

namespace {

using ui::LatestTask;
using ui::Mailbox;
using ui::Workers;

// Posted events reach their receivers through any application object.
class Work : public testing::Test {
protected:
    static void deliver() { QCoreApplication::sendPostedEvents(); }

    int m_argc = 1;
    char m_name[6] = "tests";
    char* m_argv[2] = {m_name, nullptr};
    std::unique_ptr<QCoreApplication> m_application = std::make_unique<QCoreApplication>(m_argc, m_argv);
};

TEST_F(Work, OneWorkerKeepsTheOrder)
{
    std::vector<int> seen;   // by one thread at a time
    Workers workers(1);
    for (int i = 0; i < 100; ++i) workers.start([&seen, i] { seen.push_back(i); });
    workers.waitForIdle();
    ASSERT_EQ(seen.size(), 100u);
    for (int i = 0; i < 100; ++i) EXPECT_EQ(seen[std::size_t(i)], i);
}

TEST_F(Work, AsManyAtOnceAsThereAreThreads)
{
    test::Latch latch;
    latch.close();
    Workers workers(3);
    std::atomic<int> ended = 0;
    for (int i = 0; i < 5; ++i)
        workers.start([&] {
            latch.pass();
            ++ended;
        });
    while (latch.arrived() < 3) std::this_thread::yield();
    EXPECT_EQ(workers.active(), 3);
    workers.drop();
    latch.open();
    workers.waitForIdle();
    EXPECT_EQ(ended, 3);
    EXPECT_EQ(latch.arrived(), 3);
}

TEST_F(Work, TheEndWaitsForWhatIsUnderWayAlone)
{
    test::Latch latch;
    latch.close();
    std::atomic<int> ended = 0;
    {
        Workers workers(1);
        workers.start([&] {
            latch.pass();
            ++ended;
        });
        while (latch.arrived() < 1) std::this_thread::yield();
        // The first work ends once the second is dropped, which only the end of the workers does.
        workers.start([&, dropped = std::shared_ptr<void>(nullptr, [&](void*) { latch.open(); })] { ++ended; });
    }
    EXPECT_EQ(ended, 1);
}

TEST_F(Work, TheApplicationsEndWaitsForWorkersOfTheProgram)
{
    static Workers workers(1, Workers::Life::OfProgram);
    static test::Latch latch;
    latch.close();
    qAddPostRoutine([] { latch.open(); });   // added last, so called first
    static std::atomic<bool> threadEnded = false;
    struct AtEndOfThread {
        ~AtEndOfThread() { threadEnded = true; }
    };
    std::atomic<bool> ended = false;
    workers.start([&] {
        thread_local const AtEndOfThread atEnd;
        (void)atEnd;
        latch.pass();
        ended = true;
    });
    m_application.reset();
    EXPECT_TRUE(ended);
    EXPECT_TRUE(threadEnded);   // and with it whatever Qt kept for it
    ended = false;
    workers.start([&] { ended = true; });   // another application may follow
    workers.waitForIdle();
    EXPECT_TRUE(ended);
}

TEST_F(Work, WhatAWorkHoldsIsGoneOnceItHasEnded)
{
    Workers workers(1);
    auto held = std::make_shared<int>(1);
    const std::weak_ptr<int> watch = held;
    workers.start([held = std::move(held)] {});
    workers.waitForIdle();
    EXPECT_TRUE(watch.expired());
}

TEST_F(Work, LettersArriveInOrderOnThisThread)
{
    std::vector<int> letters;
    Mailbox<int> mailbox([&](int letter) { letters.push_back(letter); });
    {
        Workers workers(1);
        workers.start([slot = mailbox.slot()] {
            for (int i = 0; i < 3; ++i) slot.put(i);
        });
        workers.waitForIdle();
    }
    EXPECT_TRUE(letters.empty());   // not before the event loop turns
    deliver();
    EXPECT_EQ(letters, (std::vector<int>{0, 1, 2}));
}

TEST_F(Work, LettersToAMailboxThatIsGoneAreDropped)
{
    int letters = 0;
    std::optional<Mailbox<int>::Slot> slot;
    {
        Mailbox<int> mailbox([&](int) { ++letters; });
        slot = mailbox.slot();
        slot->put(1);
    }
    slot->put(2);
    deliver();
    EXPECT_EQ(letters, 0);
}

TEST_F(Work, OnlyTheNewestAnswerIsDelivered)
{
    test::Latch latch;
    latch.close();
    Workers workers(2);
    std::vector<std::optional<int>> answers;
    LatestTask<int> task([&](std::optional<int> answer) { answers.push_back(answer); }, workers);
    std::atomic<bool> told = false;
    task.start([&](const std::stop_token& stop) {
        latch.pass();
        told = stop.stop_requested();
        return std::optional(1);
    });
    while (latch.arrived() < 1) std::this_thread::yield();
    task.start([](const std::stop_token&) { return std::optional(2); });
    latch.open();
    workers.waitForIdle();
    EXPECT_TRUE(task.busy());
    deliver();
    EXPECT_TRUE(told);
    EXPECT_EQ(answers, (std::vector<std::optional<int>>{2}));
    EXPECT_FALSE(task.busy());
}

TEST_F(Work, AStoppedTaskSaysNothingEvenWhereItHadEnded)
{
    Workers workers(1);
    int answers = 0;
    LatestTask<int> task([&](const std::optional<int>&) { ++answers; }, workers);
    task.start([](const std::stop_token&) { return std::optional(1); });
    workers.waitForIdle();
    task.stop();
    deliver();
    EXPECT_EQ(answers, 0);
    EXPECT_FALSE(task.busy());
}

TEST_F(Work, MemoryThatEndsIsNoAnswer)
{
    Workers workers(1);
    std::vector<std::optional<int>> answers;
    LatestTask<int> task([&](std::optional<int> answer) { answers.push_back(answer); }, workers);
    task.start([](const std::stop_token&) -> std::optional<int> { throw std::bad_alloc(); });
    workers.waitForIdle();
    deliver();
    EXPECT_EQ(answers, (std::vector<std::optional<int>>{std::nullopt}));
}

TEST_F(Work, AKnownAnswerGoesTheSameWay)
{
    Workers workers(1);
    std::vector<std::optional<int>> answers;
    LatestTask<int> task([&](std::optional<int> answer) { answers.push_back(answer); }, workers);
    task.answer(7);
    EXPECT_TRUE(task.busy());
    EXPECT_TRUE(answers.empty());
    deliver();
    EXPECT_EQ(answers, (std::vector<std::optional<int>>{7}));
}

}   // namespace
