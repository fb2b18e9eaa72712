namespace MotCua.Web.Hosting;

/// <summary>A null character in an address is text of nobody, and no database keeps it: the request is answered as not valid before anything reads it.</summary>
public sealed class UnusableText(RequestDelegate next)
{
    /// <summary>Answers or goes on.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) != true)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }
}
