// A folder of its own for a test, removed with everything in it.
#pragma once

#include <atomic>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>

namespace core::test
{

class TemporaryFolder
{
public:
    TemporaryFolder()
    {
        static std::atomic<int> count = 0;
        std::random_device entropy;   // tests of one program run as several processes at once
        m_path = std::filesystem::temp_directory_path() / ("fovea-test-" + std::to_string(entropy()) + "-" + std::to_string(count++));
        std::filesystem::create_directories(m_path);
    }
    ~TemporaryFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return m_path / name; }
    [[nodiscard]] bool isEmpty() const { return std::filesystem::is_empty(m_path); }
    std::filesystem::path write(const std::string& name, const std::string& content) const
    {
        std::ofstream(m_path / name, std::ios::binary) << content;
        return m_path / name;
    }

private:
    std::filesystem::path m_path;
};

}   // namespace core::test
