using System.Data.Common;
using MotCua.App.Data;

namespace MotCua.Web.Hosting;

/// <summary>The HTTP status that a failure is shown as.</summary>
public static class ErrorStatus
{
    /// <summary>503 when the database is away, the request's own fault as it says, otherwise 500.</summary>
    public static int Of(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            switch (e)
            {
                case BadHttpRequestException bad:
                    return bad.StatusCode;
                case DbException when DatabaseFaults.IsBadText(e):
                    return StatusCodes.Status400BadRequest;
                case DbException or TimeoutException:
                    return StatusCodes.Status503ServiceUnavailable;
                case IOException { HResult: unchecked((int)0x80070070) or 28 }:
                    return StatusCodes.Status507InsufficientStorage;
            }
        }

        return StatusCodes.Status500InternalServerError;
    }
}
