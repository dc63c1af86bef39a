namespace SimInterdiction.Model.Files;

/// <summary>A file has more bytes than whoever reads it can use.</summary>
public sealed class FileTooLargeException(string path, long most) : IOException($"'{path}' has more than {most:N0} bytes.")
{
    /// <summary>How many it may have.</summary>
    public long Most { get; } = most;
}
