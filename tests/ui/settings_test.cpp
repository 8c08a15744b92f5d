// The settings file: what was remembered comes back, and whatever stands in the file, a window opens.
#include <fstream>

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <gtest/gtest.h>

#include "core/base/random.h"
#include "ui/window/settings.h"

namespace {

using namespace ui;

Settings example()
{
    Settings settings;
    settings.geometry = QByteArray("\x01\x00\xff any bytes", 13);
    settings.view.scale = ScaleKind::Sqrt;
    settings.view.parts = ViewParts::Links;
    settings.view.heads.sort = HeadMeasure::Induction;
    settings.view.panels.heads = 280;
    settings.recentModels = {"/models/b, and more", QString::fromUtf8("/models/größe/猫"), "/models/a"};
    settings.folders = {{Place::Model, "/models"}, {Place::Session, "/home/me/lessons"}};
    settings.firstStart = FirstStart::Past;
    return settings;
}

class SettingsTest : public testing::Test {
protected:
    [[nodiscard]] QString path() const { return m_folder.filePath("Fovea.ini"); }
    void put(const std::string& bytes) const
    {
        std::ofstream out(path().toStdString(), std::ios::binary);
        out.write(bytes.data(), std::streamsize(bytes.size()));
    }
    void putExample() const
    {
        const SettingsFile file(path());
        ASSERT_TRUE(file.write(example()));
        ASSERT_TRUE(file.changeModels({}, [](QStringList& folders) { folders = example().recentModels; }));
    }
    [[nodiscard]] static std::string contentOf(const QString& file)
    {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? in.readAll().toStdString() : std::string();
    }

private:
    QTemporaryDir m_folder;
};

TEST_F(SettingsTest, WhatIsRememberedComesBack)
{
    const SettingsFile file(path());
    EXPECT_EQ(file.read(), Settings());
    putExample();
    EXPECT_EQ(file.read(), example());
    ASSERT_TRUE(file.changeModels({}, [](QStringList& folders) { folders.clear(); }));
    EXPECT_EQ(file.read().recentModels, QStringList());
}

TEST_F(SettingsTest, WithoutAFileNothingIsWritten)
{
    EXPECT_FALSE(SettingsFile().isThere());
    EXPECT_TRUE(SettingsFile().write(example()));
    EXPECT_EQ(SettingsFile().read(), Settings());
}

TEST_F(SettingsTest, TheNewestModelsComeFirstAndAreFew)
{
    QStringList folders;
    for (int i = 0; i < 30; ++i) rememberAsNewest(folders, QString("/models/%1").arg(i % 15));
    EXPECT_EQ(folders.size(), kRecentModels);
    EXPECT_EQ(folders.front(), QString("/models/14"));
    rememberAsNewest(folders, "/models/9");
    EXPECT_EQ(folders.front(), QString("/models/9"));
    EXPECT_EQ(folders.size(), kRecentModels);
}

TEST_F(SettingsTest, ModelsOfAnotherWindowStay)
{
    const SettingsFile file(path());
    Settings ours = file.read();   // at our start
    const auto remember = [&](const QString& folder) { return file.changeModels({}, [&](QStringList& folders) { rememberAsNewest(folders, folder); }); };
    ASSERT_TRUE(remember("/models/theirs"));
    EXPECT_EQ(remember("/models/ours").value(), (QStringList{"/models/ours", "/models/theirs"}));
    ASSERT_TRUE(file.write(ours));   // at our end
    EXPECT_EQ(file.read().recentModels, (QStringList{"/models/ours", "/models/theirs"}));
}

TEST_F(SettingsTest, WhatIsAsItWasGivenFollowsWhatIsGivenNextTime)
{
    const SettingsFile file(path());
    ViewState atHome;
    const ViewState elsewhere;
    atHome.look.textPercent = 125;
    atHome.look.motion = Motion::Reduced;
    Settings settings = file.read(atHome);
    settings.view.look.theme = ThemeKind::Dark;   // chosen, unlike the others
    ASSERT_TRUE(file.write(settings, atHome));
    Look dark;
    dark.theme = ThemeKind::Dark;
    EXPECT_EQ(file.read(elsewhere).view.look, dark);
    EXPECT_EQ(file.read(atHome).view.look, settings.view.look);
    settings.view.look.textPercent = 100;   // chosen, against what is given
    ASSERT_TRUE(file.write(settings, atHome));
    EXPECT_EQ(file.read(atHome).view.look.textPercent, 100);
}

TEST_F(SettingsTest, DrawnCellsBelongToAText)
{
    const SettingsFile file(path());
    Settings settings;
    settings.view.heads = HeadsView().withDrawing(DrawnCells{{.queries = {1, 2}, .keys = {0, 1}}});
    ASSERT_TRUE(file.write(settings));
    EXPECT_EQ(file.read(), Settings());
    settings.view.heads = HeadsView().withDrawing(TargetRule::OwnToken);
    ASSERT_TRUE(file.write(settings));
    EXPECT_EQ(*file.read().view.heads.drawing, HeadDrawing(TargetRule::OwnToken));
}

TEST_F(SettingsTest, ValuesOfOthersStay)
{
    put("[elsewhere]\nkey=value\n");
    ASSERT_TRUE(SettingsFile(path()).write(example()));
    EXPECT_EQ(QSettings(path(), QSettings::IniFormat).value("elsewhere/key").toString(), QString("value"));
    EXPECT_FALSE(QFile::exists(path() + ".broken"));
}

TEST_F(SettingsTest, OneBadValueTakesNoOtherWithIt)
{
    putExample();
    {
        QSettings file(path(), QSettings::IniFormat);
        file.setValue("window/view", R"({"scale": "cubic", "parts": "links", "panels": {"heads": -5}})");
        file.setValue("recent/models", QStringList{"relative", "", "/models/a", "/models/a"});
        file.setValue("folders/model", QVariantMap{{"a", 1}});
        file.setValue("start/first", 17.5);
    }
    const Settings settings = SettingsFile(path()).read();
    EXPECT_EQ(settings.view.scale, ScaleKind::Linear);
    EXPECT_EQ(settings.view.parts, ViewParts::Links);
    EXPECT_EQ(settings.view.panels, PanelWidths());
    EXPECT_EQ(settings.recentModels, QStringList{"/models/a"});
    EXPECT_FALSE(settings.folders.contains(Place::Model));
    EXPECT_EQ(settings.folders.at(Place::Session), QString("/home/me/lessons"));
    EXPECT_EQ(settings.firstStart, FirstStart::ToCome);
    EXPECT_EQ(settings.geometry, example().geometry);
}

TEST_F(SettingsTest, AFileThatIsNoSettingsFileIsKept)
{
    const std::string letter = "Dear diary,\ntoday I have written no settings at all.\n";
    put(letter);
    EXPECT_EQ(SettingsFile(path()).read(), Settings());
    putExample();
    EXPECT_EQ(contentOf(path() + ".broken"), letter);
    EXPECT_EQ(SettingsFile(path()).read(), example());
}

TEST_F(SettingsTest, AHugeFileIsNotRead)
{
    const std::string huge = "[window]\nview=\"" + std::string(std::size_t(3) << 20, 'x') + "\"\n";
    put(huge);
    EXPECT_EQ(SettingsFile(path()).read(), Settings());
    ASSERT_TRUE(SettingsFile(path()).write(example()));
    EXPECT_EQ(contentOf(path() + ".broken"), huge);
}

TEST_F(SettingsTest, APlaceThatCannotBeWrittenIsSaid)
{
    put("a file, where a folder is needed");
    const SettingsFile file(path() + "/Fovea.ini");
    EXPECT_EQ(file.read(), Settings());
    const auto written = file.write(example());
    ASSERT_FALSE(written);
    EXPECT_NE(written.error().what.find("Fovea.ini"), std::string::npos);
}

TEST_F(SettingsTest, GarbageIsSurvived)
{
    putExample();
    const std::string whole = contentOf(path());
    core::Random random(11);
    for (int i = 0; i < 400; ++i) {
        std::string bytes = random.below(4) == 0 ? std::string() : whole;
        for (auto changes = 1 + random.below(30); changes > 0; --changes) {
            const auto at = std::size_t(random.below(std::int64_t(bytes.size()) + 1));
            if (random.below(2) == 0 && at < bytes.size())
                bytes[at] = char(random.below(256));
            else
                bytes.insert(at, 1, char(random.below(256)));
        }
        put(bytes);
        const Settings settings = SettingsFile(path()).read();
        EXPECT_LE(settings.recentModels.size(), kRecentModels);
        ASSERT_TRUE(SettingsFile(path()).write(settings)) << i;
        EXPECT_EQ(SettingsFile(path()).read().recentModels, settings.recentModels) << i;
    }
}

}   // namespace
