namespace SimInterdiction.Reporting.Drawing;

/// <summary>A page of paper: A4, upright, in points.</summary>
internal static class Paper
{
    public const double Width = 595;
    public const double Height = 842;
}
