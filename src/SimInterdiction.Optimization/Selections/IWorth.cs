using SimInterdiction.Optimization.Programs;

namespace SimInterdiction.Optimization.Selections;

/// <summary>What a choice is worth, and how a linear program can bound it from above.</summary>
public interface IWorth
{
    /// <summary>What a choice is worth.</summary>
    /// <param name="chosen">A flag a candidate.</param>
    double Of(bool[] chosen);

    /// <summary>Adds columns that stand for the worth, which is then the objective. The candidates' columns are those
    /// before them, from 0 on.</summary>
    void Begin(LinearProgram program);

    /// <summary>Adds rows that hold for every choice and not at a point. Where a point is a choice, its objective is
    /// what it is worth once no row is added.</summary>
    /// <param name="program">Takes the rows.</param>
    /// <param name="point">A value a column of the program.</param>
    /// <returns>How many.</returns>
    int Separate(LinearProgram program, IReadOnlyList<double> point);
}

/// <summary>A worth that a linear function bounds too.</summary>
public interface IBoundedWorth : IWorth
{
    /// <summary>A bound that is exact at a choice; of candidates not chosen its slopes say what each would add
    /// alone, where traffic kept its routes.</summary>
    /// <param name="chosen">The choice.</param>
    LinearBound BoundAt(bool[] chosen);
}
