namespace SimInterdiction.Application.Folders;

/// <summary>Folders that results are written to.</summary>
public static class OutputFolder
{
    /// <summary>How the names of the folders begin that hold analyses of a scenario, beside its runs.</summary>
    public const string AnalysisBeginning = "sensitivity-";

    /// <summary>The folder of a scenario's results, called as its file is.</summary>
    public static string Of(string results, string scenarioFile)
    {
        // A name of dots alone would lead elsewhere.
        string name = Path.GetFileNameWithoutExtension(scenarioFile);
        return Path.Combine(results, name.Trim('.', ' ').Length > 0 ? name : "scenario");
    }

    /// <summary>Makes a folder, where it is not there.</summary>
    /// <exception cref="IOException">It can't be made; the message says what is in the way, and what to do.</exception>
    public static void Make(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            string why = FileInTheWay(folder) is { } file ? $"'{file}' is a file" : problem.Message.TrimEnd('.');
            throw new IOException($"the folder '{folder}' can't be made: {why}. Give another folder.", problem);
        }
    }

    private static string? FileInTheWay(string folder)
    {
        string? path = folder;
        while (!string.IsNullOrEmpty(path) && !File.Exists(path))
        {
            path = Path.GetDirectoryName(path);
        }

        return string.IsNullOrEmpty(path) ? null : path;
    }
}
