using System.Diagnostics.CodeAnalysis;
using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Application.Folders;

/// <summary>Folders that results are written to.</summary>
public static class OutputFolder
{
    /// <summary>How the names of the folders begin that hold analyses of a scenario, beside its runs.</summary>
    public const string AnalysisBeginning = "sensitivity-";

    /// <summary>How those begin that hold searches for the best deployment.</summary>
    public const string OptimizationBeginning = "optimization-";

    /// <summary>How those begin that hold what fits given figures.</summary>
    public const string CalibrationBeginning = "calibration-";

    /// <summary>Whether a folder beside the runs of a scenario is none of them, but holds an analysis.</summary>
    /// <param name="name">The last part of its path.</param>
    public static bool IsOfAnalysis(string name) =>
        new[] { AnalysisBeginning, OptimizationBeginning, CalibrationBeginning }.Any(beginning =>
            name.StartsWith(beginning, StringComparison.Ordinal)
        );

    /// <summary>The folder of a scenario's results, called as its file is.</summary>
    public static string Of(string results, string scenarioFile)
    {
        // A name of dots alone would lead elsewhere.
        string name = Path.GetFileNameWithoutExtension(scenarioFile);
        return Path.Combine(results, name.Trim('.', ' ').Length > 0 ? name : "scenario");
    }

    /// <summary>Makes a folder, where it is not there.</summary>
    /// <param name="folder">Its path.</param>
    /// <param name="why">Why it can't be made.</param>
    public static bool TryMake(string folder, [NotNullWhen(false)] out SaveFailure? why)
    {
        why = null;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            why = FileInTheWay(folder) is { } file
                ? new SaveFailure(SaveFailureCause.FileInTheWay, folder, file)
                : new SaveFailure(SaveFailureCause.FolderNotMade, folder, problem.Message.TrimEnd('.'));
        }

        return why is null;
    }

    /// <summary>The file because of which a folder can't be made: one of its name, or of a folder that would hold it;
    /// null where there is none.</summary>
    public static string? FileInTheWay(string folder)
    {
        string? path = folder;
        while (!string.IsNullOrEmpty(path) && !File.Exists(path))
        {
            path = Path.GetDirectoryName(path);
        }

        return string.IsNullOrEmpty(path) ? null : path;
    }
}
