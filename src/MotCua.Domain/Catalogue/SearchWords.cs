using MotCua.Domain.Kernel;

namespace MotCua.Domain.Catalogue;

/// <summary>A word of a question.</summary>
/// <param name="Folded">Without marks, final <c>y</c> loosened.</param>
/// <param name="Marked">As typed, in lower case, the tone at the end; empty when nobody can tell which marks were meant.</param>
internal readonly record struct SearchWord(string Folded, string Marked)
{
    /// <summary>How much it says about what is sought: 0 nothing, 1 all; between them a word that says nothing with other marks.</summary>
    public double Weight => SearchWords.Weight(this);
}

/// <summary>Words as the search compares them.</summary>
internal static class SearchWords
{
    private const int LongestWord = 40;
    private const double Doubtful = 0.35;
    private const double Slight = 0.45;
    private const char Hoi = '\u0309';
    private const char Nga = '\u0303';
    private static readonly char[] Tones = ['\u0300', '\u0301', Hoi, '\u0323'];

    // Little words of speech. What they are with other marks (bán, đẻ, thú) is not little
    private static readonly HashSet<string> LittleMarked = new[]
    {
        "thủ", "tục", "làm", "xin", "muốn", "cần", "cho", "tôi", "mình", "em", "ở", "đâu", "như", "thế", "nào", "gì", "thì", "là", "và", "của", "với", "tại", "về", "có", "phải", "đi",
        "bị", "để", "được", "các", "những", "một", "khi", "bao", "nhiêu", "hỏi", "à", "ạ", "nhé", "ad", "ơi", "bạn", "ra", "sao", "người", "trong", "theo", "từ", "đến", "trên", "giờ", "này",
        "kia", "đó", "ấy", "vậy", "mà", "nếu", "hay", "hoặc", "đã", "đang", "sẽ", "rồi", "xong", "chưa", "không", "ko", "k", "ai", "mấy", "lúc", "chỗ", "dùm", "giùm", "anh", "chị", "bác", "chú",
        "cô", "tớ", "tui", "mk", "ntn", "đc", "dc", "vs", "admin", "ngày", "cái", "thì", "rằng", "mới", "nên", "vào", "lại", "thêm", "cùng", "các", "định", "nhà", "con", "việc", "bây", "h", "j", "z",
        "đối", "a", "e", "ah", "nha", "hả", "chi", "bằng",
    }.Select(Canon).ToHashSet(StringComparer.Ordinal);

    private static readonly HashSet<string> Little = [.. LittleMarked.Select(w => Loosen(SearchText.Fold(w)))];

    // Without marks these may as well be words that matter: bán, đẻ, thẻ, thú, tử, trồng …
    private static readonly HashSet<string> DoubtfulFolded = new(StringComparer.Ordinal)
    {
        "the", "de", "ban", "doi", "thu", "tu", "dau", "ra", "bao", "con", "den", "la", "di", "ma", "co", "bi", "nay", "da", "hay", "hoi", "cac", "trong", "khi", "theo", "can", "muon", "gio", "chu",
        "anh", "bac", "lam", "lai", "nha", "cai", "thi", "moi", "dang", "nhu", "viec", "bang", "ngay", "o", "chi", "cho", "dinh", "chua", "vao",
    };

    // Everyday words that say little, with whatever marks
    private static readonly HashSet<string> Light = new[]
    {
        "bên", "sang", "dưới", "ngoài", "trước", "sau", "khác", "họ", "cả", "nữa", "luôn", "nhờ", "giúp", "tìm", "thấy", "quên", "đòi", "mang", "đem", "dùng", "lấy", "ít", "rất", "quá", "cũng",
        "vẫn", "tự", "gần", "xa", "đứng", "xuống", "lên", "đưa", "nói", "biết", "sắp", "vì", "năm", "tháng", "hôm", "nay", "mai", "qua", "hết", "cần", "yêu", "cầu", "giấy", "tờ",
    }.Select(Canon).ToHashSet(StringComparer.Ordinal);

    // These matter beside a word of substance only
    private static readonly HashSet<string> Weak = new(StringComparer.Ordinal) { "nha", "con", "lai", "viec", "moi", "dinh", "bang", "ngay", "vao" };

    // Sounds that the north, and speakers of Tày and Nùng, do not part
    private static readonly (string Written, string Sound)[] Sounds = [("ngh", "ng"), ("gh", "g"), ("tr", "c"), ("ch", "c"), ("gi", "z"), ("ph", "f"), ("th", "t"), ("kh", "h"), ("qu", "kw")];

    /// <summary>Folded words; final <c>y</c> after a consonant is <c>i</c> (ký, kí), and over-long words are cut.</summary>
    public static string[] Of(string? text)
    {
        var words = SearchText.Words(text);
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = Loosen(Cut(words[i]));
        }

        return words;
    }

    /// <summary>
    /// The words with the marks that were typed, in order. Where marks are written, a word without any is meant so: <c>cho</c> is not <c>chợ</c>.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="isWritten">True for texts of decisions and of our own data, which always have their marks.</param>
    public static List<SearchWord> Typed(string? text, bool isWritten = false)
    {
        var words = new List<SearchWord>();
        var rest = (text ?? "").Normalize(System.Text.NormalizationForm.FormC).AsSpan();
        for (var start = 0; start < rest.Length;)
        {
            if (!char.IsLetterOrDigit(rest[start]))
            {
                start++;
                continue;
            }

            var end = start + 1;
            while (end < rest.Length && (char.IsLetterOrDigit(rest[end]) || char.GetUnicodeCategory(rest[end]) == System.Globalization.UnicodeCategory.NonSpacingMark))
            {
                end++;
            }

            var word = Cut(rest[start..end].ToString().ToLowerInvariant());
            var folded = SearchText.Fold(word);
            if (folded.Length > 0 && !folded.Contains(' ', StringComparison.Ordinal))
            {
                words.Add(new SearchWord(Loosen(folded), word == folded ? "" : Canon(word)));
            }

            start = end;
        }

        var marked = words.Count(w => w.Marked.Length > 0);
        if (isWritten || (marked >= 2 && marked * 3 >= words.Count))
        {
            for (var i = 0; i < words.Count; i++)
            {
                words[i] = words[i].Marked.Length > 0 ? words[i] : words[i] with { Marked = words[i].Folded };
            }
        }

        return words;
    }

    /// <summary>How much a word says about what is sought.</summary>
    public static double Weight(SearchWord word) =>
        Light.Contains(word.Marked.Length > 0 ? word.Marked : word.Folded) ? Slight
        : word.Marked.Length > 0 ? LittleMarked.Contains(word.Marked) ? Weak.Contains(word.Folded) ? Doubtful : 0 : 1
        : DoubtfulFolded.Contains(word.Folded) ? Doubtful
        : Little.Contains(word.Folded) ? 0 : 1;

    /// <summary>True for a word that says nothing about what is sought.</summary>
    public static bool IsFiller(string folded) => Little.Contains(folded);

    /// <summary>True for a little word with its marks.</summary>
    public static bool IsLittle(string marked) => LittleMarked.Contains(marked);

    /// <summary>The word as it would be if its Telex keystrokes (<c>ddaats</c>) had become marks; null when there are none.</summary>
    public static string? WithoutTelex(string word)
    {
        var text = word;
        foreach (var (typed, meant) in (ReadOnlySpan<(string, string)>)[("dd", "d"), ("aa", "a"), ("ee", "e"), ("oo", "o"), ("aw", "a"), ("ow", "o"), ("uw", "u"), ("w", "u")])
        {
            text = text.Replace(typed, meant, StringComparison.Ordinal);
        }

        if (text.Length > 2 && "sfrxj".Contains(text[^1], StringComparison.Ordinal))
        {
            text = text[..^1];
        }

        // A key held too long: sinhh, khaii
        var single = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (single.Length == 0 || single[^1] != c || char.IsAsciiDigit(c))
            {
                single.Append(c);
            }
        }

        text = single.ToString();
        return text == word || text.Length == 0 ? null : Loosen(text);
    }

    /// <summary>The word with a final <c>y</c> after a consonant written <c>i</c>.</summary>
    public static string Loosen(string word) =>
        word.Length > 1 && word[^1] == 'y' && "bcdghklmnpqrstvx".Contains(word[^2], StringComparison.Ordinal) ? word[..^1] + "i" : word;

    /// <summary>How a folded word sounds to many: <c>s</c> as <c>x</c>, <c>tr</c> as <c>ch</c>, <c>d</c> as <c>gi</c> and <c>r</c>, <c>l</c> as <c>n</c>.</summary>
    public static string Sound(string word)
    {
        foreach (var (written, sound) in Sounds)
        {
            if (word.StartsWith(written, StringComparison.Ordinal) && word.Length > written.Length)
            {
                return sound + word[written.Length..].Replace('y', 'i');
            }
        }

        return word.Length < 2 ? word : word[0] switch { 's' => "x", 'd' or 'r' => "z", 'l' => "n", 'k' or 'q' => "c", var c => c.ToString() } + word[1..].Replace('y', 'i');
    }

    /// <summary>
    /// True when a word with the same letters may be the meant one: marks that were typed are the meant ones or left out (tơ for tờ), hỏi may stand
    /// for ngã. <c>có</c> is never <c>cò</c>.
    /// </summary>
    public static bool MarksFit(SearchWord typed, SearchWord meant)
    {
        if (typed.Marked.Length == 0 || meant.Marked.Length == 0 || typed.Marked == meant.Marked)
        {
            return true;
        }

        var (shape, tone) = (typed.Marked.TrimEnd(Tones), typed.Marked[^1]);
        var (wanted, wantedTone) = (meant.Marked.TrimEnd(Tones), meant.Marked[^1]);
        if (shape.Length != wanted.Length || (Tones.Contains(tone) && tone != wantedTone))
        {
            return false;
        }

        for (var i = 0; i < shape.Length; i++)
        {
            if (shape[i] != wanted[i] && (shape[i] is not ('i' or 'y') || wanted[i] is not ('i' or 'y')) && shape[i] != SearchText.Fold(wanted[i].ToString()).FirstOrDefault())
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Lower case with the tone at the end, so that <c>khoá</c> is <c>khóa</c>; hỏi and ngã, which the hand and the ear confuse, are one tone.
    /// </summary>
    private static string Canon(string word)
    {
        var tone = '\0';
        var letters = new System.Text.StringBuilder(word.Length + 2);
        foreach (var c in word.Normalize(System.Text.NormalizationForm.FormD))
        {
            var mark = c == Nga ? Hoi : c;
            if (Tones.Contains(mark))
            {
                tone = mark;
            }
            else
            {
                letters.Append(c);
            }
        }

        var shape = letters.ToString().Normalize(System.Text.NormalizationForm.FormC);
        return tone == '\0' ? shape : shape + tone;
    }

    private static string Cut(string word) => word.Length > LongestWord ? word[..LongestWord] : word;
}
