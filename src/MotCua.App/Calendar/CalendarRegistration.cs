using Microsoft.Extensions.DependencyInjection;

namespace MotCua.App.Calendar;

/// <summary>Registers the calendar module.</summary>
public static class CalendarRegistration
{
    /// <summary>Adds the calendars of the units.</summary>
    public static IServiceCollection AddCalendars(this IServiceCollection services)
    {
        services.AddSingleton<CalendarCache>();
        services.AddScoped<WorkingCalendars>();
        services.AddScoped<HolidaySheets>();
        return services;
    }
}
