using System.Reflection;
using System.Runtime.InteropServices;

namespace SimInterdiction.Optimization.Highs;

/// <summary>What is used of the C interface of HiGHS 1.12.</summary>
internal static partial class HighsApi
{
    public const int Maximize = -1;
    public const int Rowwise = 2;
    public const int Optimal = 7;
    public const int Infeasible = 8;
    public const int TimeLimit = 13;
    public const int Interrupted = 17;
    public const int CallbackSimplexInterrupt = 1;
    public const int CallbackMipInterrupt = 6;

    private const string Library = "highs";

    static HighsApi() => NativeLibrary.SetDllImportResolver(typeof(HighsApi).Assembly, Resolve);

    /// <summary>Whether HiGHS is there for this platform.</summary>
    public static bool IsAvailable => NativeLibrary.TryLoad(FileName, typeof(HighsApi).Assembly, null, out _);

    private static string FileName =>
        OperatingSystem.IsWindows() ? "highs.dll"
        : OperatingSystem.IsMacOS() ? "libhighs.1.dylib"
        : "libhighs.so.1";

    [LibraryImport(Library, EntryPoint = "Highs_create")]
    public static partial nint Create();

    [LibraryImport(Library, EntryPoint = "Highs_destroy")]
    public static partial void Destroy(nint highs);

    [LibraryImport(Library, EntryPoint = "Highs_setBoolOptionValue", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetBool(nint highs, string option, int value);

    [LibraryImport(Library, EntryPoint = "Highs_setStringOptionValue", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetString(nint highs, string option, string value);

    [LibraryImport(Library, EntryPoint = "Highs_setIntOptionValue", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetInt(nint highs, string option, int value);

    [LibraryImport(Library, EntryPoint = "Highs_setDoubleOptionValue", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetDouble(nint highs, string option, double value);

    [LibraryImport(Library, EntryPoint = "Highs_clearSolver")]
    public static partial int ClearSolver(nint highs);

    [LibraryImport(Library, EntryPoint = "Highs_changeObjectiveSense")]
    public static partial int SetSense(nint highs, int sense);

    [LibraryImport(Library, EntryPoint = "Highs_addCols")]
    public static partial int AddColumns(
        nint highs,
        int count,
        ReadOnlySpan<double> objective,
        ReadOnlySpan<double> lower,
        ReadOnlySpan<double> upper,
        int entries,
        ReadOnlySpan<int> starts,
        ReadOnlySpan<int> indices,
        ReadOnlySpan<double> values
    );

    [LibraryImport(Library, EntryPoint = "Highs_addRows")]
    public static partial int AddRows(
        nint highs,
        int count,
        ReadOnlySpan<double> lower,
        ReadOnlySpan<double> upper,
        int entries,
        ReadOnlySpan<int> starts,
        ReadOnlySpan<int> indices,
        ReadOnlySpan<double> values
    );

    [LibraryImport(Library, EntryPoint = "Highs_changeColCost")]
    public static partial int SetObjective(nint highs, int column, double objective);

    [LibraryImport(Library, EntryPoint = "Highs_changeColsIntegralityByRange")]
    public static partial int SetIntegrality(nint highs, int from, int to, ReadOnlySpan<int> kinds);

    [LibraryImport(Library, EntryPoint = "Highs_clearIntegrality")]
    public static partial int ClearIntegrality(nint highs);

    [LibraryImport(Library, EntryPoint = "Highs_zeroAllClocks")]
    public static partial void ZeroClocks(nint highs);

    [LibraryImport(Library, EntryPoint = "Highs_run")]
    public static partial int Run(nint highs);

    [LibraryImport(Library, EntryPoint = "Highs_getModelStatus")]
    public static partial int Status(nint highs);

    [LibraryImport(Library, EntryPoint = "Highs_getSolution")]
    public static partial int GetSolution(
        nint highs,
        Span<double> columns,
        Span<double> columnDuals,
        Span<double> rows,
        Span<double> rowDuals
    );

    [LibraryImport(Library, EntryPoint = "Highs_getDoubleInfoValue", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int GetDouble(nint highs, string name, out double value);

    [LibraryImport(Library, EntryPoint = "Highs_getIntInfoValue", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int GetInt(nint highs, string name, out int value);

    [LibraryImport(Library, EntryPoint = "Highs_setCallback")]
    public static unsafe partial int SetCallback(nint highs, delegate* unmanaged<int, nint, nint, nint, nint, void> callback, nint data);

    [LibraryImport(Library, EntryPoint = "Highs_startCallback")]
    public static partial int StartCallback(nint highs, int kind);

    [LibraryImport(Library, EntryPoint = "Highs_getCallbackDataOutItem", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint CallbackItem(nint dataOut, string name);

    // The name of the file has a version in it.
    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        name == Library ? NativeLibrary.Load(FileName, assembly, path) : 0;
}
