using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Figures.Catalog;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Report;

/// <summary>Whether a deployment that nobody thought of would be better.</summary>
internal static class OptimizationSections
{
    public static void Write(IReportMedium report, ReportPage page)
    {
        if (page.Study.Optimization is { } found)
        {
            report.Heading("Deployments that nobody thought of");
            Write(report, found, () => page.Place(report, ReportPlace.Optimization));
        }
    }

    /// <summary>All that a search found, whether or not it belongs to a run.</summary>
    /// <param name="report">Takes it.</param>
    /// <param name="found">The search.</param>
    /// <param name="placeFigure">Places its figure.</param>
    public static void Write(IReportMedium report, StudyOptimization found, Action placeFigure)
    {
        OptimizationResult result = found.Result;
        foreach (string sentence in Sentences(result))
        {
            report.Paragraph(sentence);
        }

        Write(report, result, OptimizationWords.Expected(result));
        if (OptimizationWords.Simulated(result) is { } simulated)
        {
            Write(report, result, simulated);
            report.Paragraph(result.SimulatedFinding ?? "Simulation does not tell them apart.");
        }
        else
        {
            report.Paragraph("None of these was simulated: nothing but theory speaks for them.");
        }

        placeFigure();
        if (result.Frontier.Count > 0)
        {
            Write(report, result, OptimizationWords.Frontier(result));
        }

        Write(report, result, OptimizationWords.Postings(result));
        if (result.Robust is { } robust)
        {
            report.Heading("Should uncertain inputs be otherwise");
            report.Paragraph($"{RobustWords.Headline(robust, result.Best.Name)} {RobustWords.Method}");
            Write(report, result, RobustWords.Table(robust));
        }

        if (result.Random is { } random)
        {
            Write(report, result, random);
        }

        report.Heading("What more would bring");
        report.List(OptimizationWords.More(result));
        foreach (WordTable table in OptimizationWords.Changes(result))
        {
            Write(report, result, table);
        }

        report.Paragraph($"How this was found ({found.Provenance.Run}):");
        report.Command(found.Provenance.Command);
    }

    /// <summary>What was asked and found, what is proven, and whether simulation agrees.</summary>
    public static IEnumerable<string> Sentences(OptimizationResult result)
    {
        yield return OptimizationWords.Headline(result);
        yield return OptimizationWords.Proof(result);
        foreach (string contradiction in OptimizationWords.Contradictions(result))
        {
            yield return contradiction;
        }

        if (OptimizationWords.Better(result) is { } better)
        {
            yield return better;
        }

        yield return OptimizationWords.Others(result);
        foreach (string leftOut in OptimizationWords.LeftOut(result))
        {
            yield return leftOut;
        }
    }

    /// <summary>What drawing plans by chance brings against traffickers who know it, and what is lost should inputs be
    /// otherwise; nothing where neither was asked.</summary>
    public static IEnumerable<string> Beyond(OptimizationResult result)
    {
        if (result.Random is { } random)
        {
            yield return RandomWords.Headline(random);
            if (RandomWords.Finding(result, random) is { } finding)
            {
                yield return finding;
            }
        }

        if (result.Robust is { } robust)
        {
            yield return RobustWords.Headline(robust, result.Best.Name);
        }
    }

    private static void Write(IReportMedium report, OptimizationResult result, RandomResult random)
    {
        report.Heading("Plans drawn by chance");
        report.Paragraph(RandomWords.Headline(random));
        if (RandomWords.Against(result, random) is { } against)
        {
            Write(report, result, against);
            report.Paragraph($"{RandomWords.Finding(result, random)} {RandomWords.Assumed}");
        }

        if (RandomWords.Postings(result, random) is { } postings)
        {
            Write(report, result, postings);
        }
    }

    // The deployment in force is the first.
    private static void Write(IReportMedium report, OptimizationResult result, WordTable table) =>
        report.Table(
            table.Caption,
            table.Columns,
            table.Rows.Select(row => row[0] == result.Deployments[0].Label ? [$"*{row[0]}", .. row.Skip(1)] : row)
        );
}
