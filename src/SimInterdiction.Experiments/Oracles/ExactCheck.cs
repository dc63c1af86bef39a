namespace SimInterdiction.Experiments.Oracles;

/// <summary>What is due against what came out, both as text.</summary>
public sealed record ExactCheck(string What, string Due, string Found)
{
    public bool Agrees => Due == Found;
}
