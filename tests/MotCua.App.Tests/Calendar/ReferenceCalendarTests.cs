using MotCua.App.Calendar;
using MotCua.Domain.Calendar;

namespace MotCua.App.Tests.Calendar;

public sealed class ReferenceCalendarTests
{
    [Fact]
    public void Shipped_IsReadWithoutARejectedRow()
    {
        Assert.Empty(ReferenceCalendar.Shipped.Malformed);
        Assert.Equal(16, ReferenceCalendar.Shipped.Lunar.Count);
        Assert.Contains(new SpecialDay(new DateOnly(2024, 5, 4), DayKind.MakeupWorking, "Làm bù cho ngày 29/4/2024", false), ReferenceCalendar.Shipped.Days);
        Assert.Null(ReferenceCalendar.Shipped.Days.Single(d => d.Date == new DateOnly(2026, 11, 24)).OfficeClosed);
    }

    [Fact]
    public void Read_MalformedRows_AreReportedWithLineAndReason_AndStopNothingElse()
    {
        var folder = Directory.CreateTempSubdirectory("motcua-calendar-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "holidays.csv"), "\uFEFFdate,kind,name,office_closed\r\n2022-13-01,holiday,Sai ngày,1\r\n2022-01-01,party,Sai loại,1\r\n2022-01-02,holiday,\"Tết, Dương lịch\",x\r\n2022-01-03,holiday,\"Tết, bù\",1\r\n");
            File.WriteAllText(Path.Combine(folder, "lunar-dates.csv"), "year,lunar_new_year,hung_kings_day_10_3\nnăm,2022-02-01,2022-04-10\n2022,2022-02-01,2022-04-10\n");
            var read = ReferenceCalendar.Read(folder);
            Assert.Equal([("holidays.csv", 2), ("holidays.csv", 3), ("holidays.csv", 4), ("lunar-dates.csv", 2)], read.Malformed.Select(m => (m.File, m.Line)));
            Assert.All(read.Malformed, m => Assert.NotEqual("", m.Reason));
            Assert.Equal("Tết, bù", Assert.Single(read.Days).Name);
            Assert.Single(read.Lunar);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
