using System.Security.Cryptography;
using System.Text;

namespace MotCua.App.Dossiers;

/// <summary>
/// How far an import came: kept beside the file, so that an import cut short goes on from there. It holds for the same content and the same database
/// only: what was corrected meanwhile, or goes into another database, is read from the start, which costs time and no row.
/// </summary>
public sealed class ImportProgress
{
    private readonly string _file;
    private readonly string _mark;

    /// <summary>The progress of a file into a database.</summary>
    /// <param name="path">The file; it is read once for its digest.</param>
    /// <param name="database">What tells the database from others; only its digest is kept.</param>
    public ImportProgress(string path, string database)
    {
        _file = path + ".progress";
        using var content = File.OpenRead(path);
        _mark = Convert.ToHexString(SHA256.HashData([.. SHA256.HashData(content), .. Encoding.UTF8.GetBytes(database)]));
    }

    /// <summary>Rows that are already in, or 0 when there is no progress of this very content into this database.</summary>
    public int Read() => File.Exists(_file) && File.ReadAllText(_file).Split(' ') is [var mark, var rows] && mark == _mark && int.TryParse(rows, out var count) ? count : 0;

    /// <summary>Notes rows that are in. A folder that cannot be written costs only the resuming: the rows in again change nothing.</summary>
    public void Write(int rows)
    {
        try
        {
            File.WriteAllText(_file, FormattableString.Invariant($"{_mark} {rows}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Nothing to resume from; see above
        }
    }

    /// <summary>The import is through.</summary>
    public void Forget()
    {
        if (File.Exists(_file)) File.Delete(_file);
    }
}
