using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Sensitivity;
using SimInterdiction.Experiments.Statistics.Sensitivity;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Study;
using SimInterdiction.Optimization.Selections;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Application.Optimizations;

/// <summary>Searches the deployment that loses least where it loses most, whatever the uncertain inputs are: among what
/// is proposed, the scenario's own, and the best for each setting of the inputs.</summary>
/// <param name="reading">The scenario.</param>
/// <param name="plan">The limits.</param>
/// <param name="postings">What may be chosen.</param>
/// <param name="clock">Tells time.</param>
/// <param name="stop">Ends it; settings that are not worked out by then are left out.</param>
internal sealed class RobustSearch(
    ScenarioReading reading,
    OptimizationPlan plan,
    PostingCandidates postings,
    TimeProvider clock,
    CancellationToken stop
)
{
    private readonly UncertainScenario uncertain = UncertainFile.Of(reading);
    private readonly List<bool[]> chosen = [];
    private readonly List<(PlacedInputs Setting, Scenario Scenario, double WorthOfBest)> settings = [];
    private int leftOut;

    /// <param name="all">The scenario with what is proposed.</param>
    /// <param name="names">Those of its deployments that are compared.</param>
    /// <param name="label">Name and label for one that is none of these.</param>
    /// <param name="found">The best choice at best guess.</param>
    /// <param name="seconds">How long it may take.</param>
    /// <returns>What came out, and the deployment where it is none of those.</returns>
    public (RobustResult Result, Proposal? Another) Of(
        Scenario all,
        IReadOnlyList<string> names,
        (string Name, string Label) label,
        Selection found,
        double seconds
    )
    {
        long began = clock.GetTimestamp();
        bool IsLate() => stop.IsCancellationRequested || clock.GetElapsedTime(began).TotalSeconds > seconds;
        IReadOnlyList<PlacedInputs> alone = InputSettings.Alone(uncertain.Inputs);
        foreach (PlacedInputs setting in alone)
        {
            Look(setting, found, isLeftOut: setting.Changed.Count > 0 && IsLate());
        }

        UncertainRange[] matter = [.. uncertain.Inputs.OrderByDescending(Importance).Take(InputSettings.CornerInputs)];
        foreach (PlacedInputs corner in InputSettings.Corners(matter, alone))
        {
            Look(corner, found, IsLate());
        }

        return Compare(all, names, label);
    }

    // Quick searches, so that the same is found however fast the machine is.
    private void Look(PlacedInputs setting, Selection found, bool isLeftOut)
    {
        if (isLeftOut)
        {
            leftOut++;
            return;
        }

        try
        {
            Scenario at = uncertain.At(setting.ValuesAt(uncertain.Inputs));
            IBoundedWorth worth = postings.Worth(plan.Against, at);
            settings.Add((setting, at, worth.Of(found.Chosen!)));
            if (setting.Changed.Count > 0)
            {
                var greedy = new GreedySearch(postings.Candidates, worth);
                chosen.AddRange([greedy.Search(stop).Chosen!, greedy.Improved(found.Chosen!, stop)]);
            }
        }
        catch (InvalidDataException)
        {
            leftOut++;
        }
    }

    // How far the input moves what the best at best guess is worth.
    private double Importance(UncertainRange input)
    {
        double[] own =
        [
            .. settings
                .Where(each => each.Setting.Changed.Count == 0 || each.Setting.Changed[0].Path == input.Name)
                .Select(each => each.WorthOfBest),
        ];
        return own.Length == 0 ? 0 : own.Max() - own.Min();
    }

    private (RobustResult, Proposal?) Compare(Scenario all, IReadOnlyList<string> names, (string Name, string Label) label)
    {
        Scenario guessed = reading.Scenario!;
        (string Name, Deployment Deployment)[] further =
        [
            .. chosen
                .Select(choice => Proposals.Deployment(guessed, postings, label.Label, choice))
                .DistinctBy(one => one.Essence)
                .Where(one => !names.Any(name => all.Deployments[name].Essence == one.Essence))
                .Select((one, i) => ($"{label.Name} {i}", one)),
        ];
        string[] pool = [.. names, .. further.Select(each => each.Name)];
        double[][] shares = [.. pool.Select(_ => new double[settings.Count])];
        foreach ((int at, (_, Scenario scenario, _)) in settings.Index())
        {
            // The file's own may be uncertain themselves.
            Scenario whole = scenario with
            {
                Deployments = new OrderedDictionary<string, Deployment>(
                    scenario
                        .Deployments.UnionBy(all.Deployments, one => one.Key)
                        .Concat(further.Select(one => KeyValuePair.Create(one.Name, one.Deployment)))
                ),
            };
            var expected = new ExpectedShares(whole, plan.Against);
            foreach ((int i, string name) in pool.Index())
            {
                shares[i][at] = expected.Of(name);
            }
        }

        double[][] losses = LeastRegret.Losses(shares);
        int[] order = LeastRegret.Order(losses);
        Proposal? another =
            order[0] < names.Count ? null : new Proposal(label.Name, further[order[0] - names.Count].Deployment, IsNew: true);
        return (
            new RobustResult(
                another?.Name ?? pool[order[0]],
                [.. settings.Select(each => each.Setting)],
                leftOut,
                [
                    .. order
                        .Where(i => i < names.Count || i == order[0])
                        .Select(i => new RobustDeployment(
                            i < names.Count ? pool[i] : label.Name,
                            i < names.Count ? Labels.Of(pool[i], all.Deployments[pool[i]].Label) : label.Label,
                            shares[i],
                            losses[i]
                        )),
                ],
                [.. uncertain.Inputs.Select(input => new InputRange(input.Name, input.Low, input.BestGuess, input.High))],
                [.. reading.UncertainInputs.Select(u => new UncertainValue(u.Path, u.Written, u.Places))]
            ),
            another
        );
    }
}
