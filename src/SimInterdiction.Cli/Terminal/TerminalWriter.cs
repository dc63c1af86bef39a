using System.Text;
using SimInterdiction.Model.Language;

namespace SimInterdiction.Cli.Terminal;

/// <summary>
/// Standard output or the error stream: whatever is written to it is made safe to show, and where it can't be written
/// to, as when it is closed or its disk is full, that is remembered and the work goes on, so that what is to be saved
/// is saved.
/// </summary>
internal sealed class TerminalWriter(TextWriter stream) : TextWriter
{
    private const char ByteOrderMark = '\uFEFF';

    private bool hasBegun;

    /// <summary>
    /// Why not all could be written, in the words of the system; null while it could. Nobody reading on any more is no
    /// trouble.
    /// </summary>
    public string? Trouble { get; private set; }

    public override Encoding Encoding => stream.Encoding;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public override void Write(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        // A table that is sent to a file begins with the mark by which spreadsheets know its encoding.
        int mark = !hasBegun && value[0] == ByteOrderMark ? 1 : 0;
        hasBegun = true;
        Try(() => stream.Write(value[..mark] + Printable.Of(value[mark..])));
    }

    // In one piece, so that lines of several threads don't mix.
    public override void WriteLine(string? value) => Write(value + Environment.NewLine);

    public override void Flush() => Try(stream.Flush);

    private void Try(Action write)
    {
        try
        {
            if (Trouble is null)
            {
                write();
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            Trouble = error is IOException ? error.Message.TrimEnd('.') : "it is closed";
        }
    }
}
