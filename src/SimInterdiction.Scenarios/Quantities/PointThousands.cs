using System.Text.RegularExpressions;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Quantities;

/// <summary>
/// A point that half of the world divides thousands with: <c>12.000</c> is 12 here and 12,000 there. It is never taken
/// for one, but said.
/// </summary>
internal static partial class PointThousands
{
    /// <summary>Whether a number may be meant so: three digits behind its only point, and before it one to three
    /// that don't begin with 0. <c>0.125</c> and <c>12.5</c> may not.</summary>
    public static bool MayBe(string written) => Dotted().IsMatch(written);

    /// <summary>Reports, where no decimals are due, a number that may be meant so; whether it is one.</summary>
    public static bool Refuse(ScalarNode node, ProblemList problems)
    {
        if (NumberText.Split(node.Text) is not { } split || !MayBe(split.Written))
        {
            return false;
        }

        problems.Error(
            "S126",
            node.Mark,
            $"'{node.WithComma ?? node.Text}' could be {NumberText.Show(split.Number)} or {Grouped(split.Written)}",
            hint: "write it in one of these ways"
        );
        return true;
    }

    /// <summary>Warns of a number that may be meant so, where decimals may be due as well.</summary>
    /// <param name="node">The value, which was read.</param>
    /// <param name="isSeldomSoExact">Whether three decimals are hardly due here, as for sums of money; else only three
    /// zeros are told of.</param>
    /// <param name="problems">Takes the warning.</param>
    public static void Warn(ScalarNode node, bool isSeldomSoExact, ProblemList problems)
    {
        if (
            NumberText.Split(node.Text) is { } split
            && MayBe(split.Written)
            && (isSeldomSoExact || split.Written.EndsWith("000", StringComparison.Ordinal))
        )
        {
            Tell(node, split.Number, UnitTable.Join(Grouped(split.Written), split.Tail).TrimEnd(), problems);
        }
    }

    /// <summary>Warns of a factor that may be meant so.</summary>
    /// <param name="node">The factor.</param>
    /// <param name="written">Its number, with a percent sign where it has one.</param>
    /// <param name="problems">Takes the warning.</param>
    public static void WarnOfFactor(ScalarNode node, string written, ProblemList problems)
    {
        if (NumberText.Split(written) is { } split && MayBe(split.Written))
        {
            Tell(node, split.Number, node.Text.Replace(split.Written, Grouped(split.Written), StringComparison.Ordinal), problems);
        }
    }

    private static void Tell(ScalarNode node, double number, string grouped, ProblemList problems)
    {
        string mark = node.WithComma is null ? "point" : "comma";
        problems.Warning(
            "S127",
            node.Mark,
            $"'{node.WithComma ?? node.Text}' is read as {NumberText.Show(number)}, with a decimal {mark}",
            $"where the {mark} divides thousands, write '{grouped}'"
        );
    }

    private static string Grouped(string written) => written.Replace('.', '_');

    [GeneratedRegex(@"^[+-]?[1-9]\d{0,2}\.\d{3}$")]
    private static partial Regex Dotted();
}
