using System.Security.Cryptography;
using System.Text.Json.Nodes;
using SimInterdiction.Engine.Randomness;

namespace SimInterdiction.Tests.Cli;

/// <summary>Damages a run in ways that depend on a seed alone.</summary>
internal sealed class RunMutations(int seed, string root)
{
    private static readonly string[] Texts =
    [
        "",
        "x",
        "../../../victim/file.txt",
        "/etc/hostname",
        "\u001b[2J\u202e\ufffe",
        "nobody",
        "one_team",
        "-1",
        "NaN",
        "1e999",
        "based_on: /dev/zero",
        "[[[[",
        "{{",
        "\0",
        new string('a', 70_000),
        "team_types.team.finds",
        "seizure_rate",
        "2026-13-45T99:00:00",
    ];

    private ulong draws;

    /// <summary>Damages the run, and says how.</summary>
    public string Mutate(string run) =>
        Draw(9) switch
        {
            0 => Chunk(run),
            1 => ChunkName(run),
            2 => ArmKey(run),
            3 => Raw(Path.Combine(run, "manifest.json")),
            4 => Raw(Path.Combine(run, "analysis.json")),
            5 or 6 => Json(Path.Combine(run, "analysis.json")),
            _ => Json(Path.Combine(run, "manifest.json")),
        };

    /// <summary>Damages a finished sensitivity analysis, and says how.</summary>
    public string MutateAnalysis(string file) => Draw(3) == 0 ? Raw(file) : Json(file);

    /// <summary>Damages the replications of an analysis that was stopped, and says how.</summary>
    public string MutateSettings(string folder) =>
        Draw(3) switch
        {
            0 => Chunk(folder),
            1 => ChunkName(folder),
            _ => ArmKey(folder),
        };

    /// <summary>One of the commands that show a run together with its analyses, or one that made either.</summary>
    public string[] CommandOfAnalysis(string run, string plan, string results) =>
        Draw(20) switch
        {
            0 => ["report", run, "--format", "html"],
            1 => ["sensitivity", plan, "--out", results, "--quiet", "--jobs", "1"],
            < 11 => ["plot", run, "two-inputs", "--svg"],
            _ => ["plot", run, "tornado", "--svg"],
        };

    /// <summary>One of the commands that read a run, or the one that made it.</summary>
    public string[] Command(string run, string plan, string results) =>
        Draw(8) switch
        {
            0 => ["report", run, "--format", "xlsx"],
            1 => ["plot", run, "fates", "--svg"],
            2 => ["compare", run, run],
            3 => ["replay", run, "--deployment", "one_team", "--replication", "3"],
            4 => ["verify", run, "--sample", "2", "--jobs", "1"],
            _ => ["run", plan, "--out", results, "--no-figures", "--quiet", "--jobs", "1"],
        };

    private int Draw(int below) => (int)(Philox.Draw(new StreamRegister((ulong)seed).KeyOf("mutation"), 0, draws++).First * below);

    private T Of<T>(IReadOnlyList<T> items) => items[Draw(items.Count)];

    private string Chunk(string run)
    {
        string file = Of(Files(run));
        byte[] content = File.ReadAllBytes(file);
        string how = Of(["empty", "cut", "flip", "zeros", "long", "other"]);
        content = how switch
        {
            "empty" => [],
            "cut" => content[..Draw(content.Length)],
            "long" => [.. content, .. content],
            "other" => File.ReadAllBytes(Of(Files(run))),
            _ => content,
        };
        for (int i = 0; i < 1 + Draw(20) && how is "flip" or "zeros" && content.Length > 0; i++)
        {
            content[Draw(content.Length)] = how == "zeros" ? (byte)0 : (byte)Draw(256);
        }

        // A forger knows how to make the name fit.
        bool fits = Draw(2) == 0;
        string name = Path.GetFileName(file);
        File.Delete(file);
        string forged = fits ? $"{name[..name.LastIndexOf('-')]}-{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}.parquet" : name;
        File.WriteAllBytes(Path.Combine(Path.GetDirectoryName(file)!, forged), content);
        return $"chunk {how}, {(fits ? "its hash in its name" : "its name as it was")}";
    }

    private string ChunkName(string run)
    {
        string file = Of(Files(run));
        string hash = Path.GetFileName(file).Split('-')[2];
        string name = Of([
            $"000000-999999-{hash}",
            $"000000-000000-{hash}",
            $"000003-000011-{hash}",
            $"2147483647-2147483647-{hash}",
            $"99999999999-99999999999-{hash}",
            "x.parquet",
            $"000011-000000-{hash}",
            $"-00001-000011-{hash}",
            "000000-000011-0000000000000000.parquet",
            hash,
        ]);
        File.Move(file, Path.Combine(Path.GetDirectoryName(file)!, name));
        return $"chunk called {name}";
    }

    private string ArmKey(string run)
    {
        string file = Of(Directory.GetFiles(run, "arm.json", SearchOption.AllDirectories));
        return Draw(2) == 0 ? Raw(file) : Json(file);
    }

    private string Raw(string file)
    {
        byte[] content = File.ReadAllBytes(file);
        string how = Of(["empty", "cut", "flip", "deep", "null", "list"]);
        content = how switch
        {
            "empty" => [],
            "cut" => content[..Draw(content.Length)],
            "deep" => [.. Enumerable.Repeat((byte)'[', 100_000)],
            "null" => "null"u8.ToArray(),
            "list" => "[{},null,3]"u8.ToArray(),
            _ => content,
        };
        for (int i = 0; i < 5 && how == "flip"; i++)
        {
            content[Draw(content.Length)] = (byte)Draw(256);
        }

        File.WriteAllBytes(file, content);
        return $"{Path.GetFileName(file)} {how}";
    }

    private string Json(string file)
    {
        JsonNode json = JsonNode.Parse(File.ReadAllText(file))!;
        List<JsonNode> all = [];
        Collect(json);
        JsonNode parent = Of(all);
        string where = parent.GetPath();
        JsonNode? value = Draw(10) switch
        {
            0 => null,
            1 => -1,
            2 => 2147483648,
            3 => 1e300,
            4 => new JsonObject(),
            5 => new JsonArray(null, null),
            6 => true,
            7 => 0,
            8 => Path.Combine(root, "victim", "file.txt"),
            _ => Of(Texts),
        };
        if (parent is JsonObject map)
        {
            string[] keys = [.. map.Select(m => m.Key)];
            string key = Draw(4) == 0 || keys.Length == 0 ? Of(Texts) : Of(keys);
            where += $".{key[..Math.Min(key.Length, 40)]}";
            if (Draw(6) == 0)
            {
                map.Remove(key);
            }
            else
            {
                map[key] = value;
            }
        }
        else
        {
            parent.AsArray().Add(value);
        }

        File.WriteAllText(file, json.ToJsonString());
        string written = value?.ToJsonString() ?? "null";
        return $"{Path.GetFileName(file)}{where} = {written[..Math.Min(written.Length, 60)]}";

        void Collect(JsonNode node)
        {
            all.Add(node);
            IEnumerable<JsonNode?> inside = node is JsonObject o ? o.Select(m => m.Value) : node.AsArray();
            foreach (JsonNode? child in inside.Where(child => child is JsonObject or JsonArray))
            {
                Collect(child!);
            }
        }
    }

    private static string[] Files(string run) =>
        [.. Directory.GetFiles(Path.Combine(run, "chunks"), "*.parquet", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
