using System.Runtime.InteropServices;

namespace SimInterdiction.Model.Files;

/// <summary>What Unix knows of a file and .NET doesn't tell.</summary>
internal readonly record struct UnixFile
{
    private const int TypeOfFile = 0xF000;
    private const int Regular = 0x8000;
    private const int Folder = 0x4000;

    private readonly int mode;

    private UnixFile(byte[] status)
    {
        mode = BitConverter.ToInt32(status, 4);
        Owner = BitConverter.ToUInt32(status, 8);
        Group = BitConverter.ToUInt32(status, 12);
    }

    public bool IsRegular => (mode & TypeOfFile) == Regular;

    public bool IsFolder => (mode & TypeOfFile) == Folder;

    public uint Owner { get; }

    public uint Group { get; }

    /// <summary>What is there, links followed; null where nothing is.</summary>
    public static UnixFile? Find(string path)
    {
        byte[] status = new byte[512];
        return Stat(path, status) == 0 ? new UnixFile(status) : null;
    }

    /// <summary>Where it lies, with no link on the way; null where nothing is.</summary>
    [DllImport("libSystem.Native", EntryPoint = "SystemNative_RealPath")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [return: MarshalAs(UnmanagedType.LPUTF8Str)]
    public static extern string? RealPath([MarshalAs(UnmanagedType.LPUTF8Str)] string path);

    /// <summary>Gives a file to somebody, if this user may.</summary>
    public static void TryGive(string path, uint owner, uint group)
    {
        try
        {
            _ = ChangeOwner(path, owner, group);
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
        {
            // It then is of whoever wrote it.
        }
    }

    // The runtime's own, so that the layout is the same on every system: flags, mode, owner, group.
    [DllImport("libSystem.Native", EntryPoint = "SystemNative_Stat")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Stat([MarshalAs(UnmanagedType.LPUTF8Str)] string path, [Out] byte[] status);

    [DllImport("libc", EntryPoint = "chown")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ChangeOwner([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint owner, uint group);
}
