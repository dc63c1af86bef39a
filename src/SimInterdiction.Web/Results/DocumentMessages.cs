using System.Text;

namespace SimInterdiction.Web.Results;

/// <summary>What the page and the process that makes documents tell each other: which document of which run, and the
/// document, or a sentence why there is none.</summary>
internal static class DocumentMessages
{
    public static void WriteRequest(Stream to, string results, string run, string file)
    {
        using var writer = new BinaryWriter(to, Encoding.UTF8, leaveOpen: true);
        writer.Write(results);
        writer.Write(run);
        writer.Write(file);
        writer.Flush();
    }

    /// <exception cref="EndOfStreamException">There is no more.</exception>
    public static (string Results, string Run, string File) ReadRequest(Stream from)
    {
        using var reader = new BinaryReader(from, Encoding.UTF8, leaveOpen: true);
        return (reader.ReadString(), reader.ReadString(), reader.ReadString());
    }

    public static void WriteAnswer(Stream to, byte[]? content, string? why)
    {
        using var writer = new BinaryWriter(to, Encoding.UTF8, leaveOpen: true);
        byte[] told = content ?? Encoding.UTF8.GetBytes(why!);
        writer.Write(content is not null);
        writer.Write(told.Length);
        writer.Write(told);
        writer.Flush();
    }

    /// <exception cref="EndOfStreamException">There is no answer, or not all of one.</exception>
    public static (byte[]? Content, string? Why) ReadAnswer(Stream from)
    {
        using var reader = new BinaryReader(from, Encoding.UTF8, leaveOpen: true);
        bool isMade = reader.ReadBoolean();
        int length = reader.ReadInt32();
        byte[] told = reader.ReadBytes(length);
        return told.Length < length ? throw new EndOfStreamException()
            : isMade ? (told, null)
            : (null, Encoding.UTF8.GetString(told));
    }
}
