using Parquet.Meta;

namespace SimInterdiction.Experiments.Store;

/// <summary>Finds out how much a Parquet file would take before any of it is unpacked, since a few bytes may claim to
/// be gigabytes. Reads the headers of pages, in Thrift's compact protocol.</summary>
/// <param name="content">The file.</param>
internal sealed class ParquetPages(byte[] content)
{
    private const int MostDepth = 8;

    // A row of a chunk has some 600 bytes, and at times why its replication failed.
    private const long BytesOfRow = 2_000;

    private int at;

    /// <summary>Whether no group has more rows than that, and none unpacks to more than so many rows may take. With
    /// other compressions than those that chunks have had, what is packed says itself how much it unpacks to, whatever
    /// its page says.</summary>
    /// <param name="metadata">What the file says of itself.</param>
    /// <param name="mostRows">The rows.</param>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public bool AreAtMost(FileMetaData metadata, long mostRows) => metadata.RowGroups.TrueForAll(group => IsAtMost(group, mostRows));

    private bool IsAtMost(RowGroup group, long mostRows)
    {
        long left = (mostRows + 1) * BytesOfRow;
        foreach (ColumnChunk column in group.Columns)
        {
            if (
                group.NumRows > mostRows
                || column.MetaData is not { Codec: CompressionCodec.LZ4_RAW or CompressionCodec.BROTLI } its
                || its.NumValues != group.NumRows
            )
            {
                return false;
            }

            left -= SizeOf(its, mostRows, left);
            if (left < 0)
            {
                return false;
            }
        }

        return true;
    }

    // What its pages unpack to; more than may be where they hold more values than it says.
    private long SizeOf(ColumnMetaData column, long mostRows, long most)
    {
        long start = column.DictionaryPageOffset is > 0 and { } dictionary
            ? Math.Min(dictionary, column.DataPageOffset)
            : column.DataPageOffset;
        at = (int)Math.Clamp(start, -1, content.Length);
        (long size, long values) = (0, 0);
        while (values < column.NumValues && size <= most)
        {
            Page page = ReadPage();
            if (page.Unpacked < 0 || page.Packed < 0 || page.Values < 0 || page.Values > mostRows)
            {
                return long.MaxValue;
            }

            size += page.Unpacked;
            values += page.IsDictionary ? 0 : page.Values;
            at = (int)Math.Min((long)at + page.Packed, content.Length);
        }

        return size;
    }

    private Page ReadPage()
    {
        var page = new Page();
        int field = 0;
        while (Field(ref field) is { } type and > 0)
        {
            switch (field, type)
            {
                case (2, 5):
                    page.Unpacked = Number();
                    break;
                case (3, 5):
                    page.Packed = Number();
                    break;
                case (5 or 7 or 8, 12):
                    page.IsDictionary = field == 7;
                    page.Values = FirstOf();
                    break;
                default:
                    Skip(type, 0);
                    break;
            }
        }

        return page;
    }

    // The first field of the headers of all kinds of pages is their number of values.
    private long FirstOf()
    {
        long first = -1;
        int field = 0;
        while (Field(ref field) is { } type and > 0)
        {
            if (field == 1 && type == 5)
            {
                first = Number();
            }
            else
            {
                Skip(type, 0);
            }
        }

        return first;
    }

    // The type of the next field; 0 where there is none.
    private int Field(ref int field)
    {
        int header = Byte();
        if (header == 0)
        {
            return 0;
        }

        field = header >> 4 is > 0 and { } more ? field + more : (int)Number();
        return header & 15;
    }

    private void Skip(int type, int depth)
    {
        if (depth > MostDepth)
        {
            throw Damaged();
        }

        switch (type)
        {
            case 1 or 2:
                break;
            case 3:
                Byte();
                break;
            case 4 or 5 or 6:
                Varint();
                break;
            case 7:
                Forward(sizeof(double));
                break;
            case 8:
                Forward(Varint());
                break;
            case 9 or 10:
                int header = Byte();
                ulong count = header >> 4 == 15 ? Varint() : (ulong)(header >> 4);
                for (ulong i = 0; i < count; i++)
                {
                    // Here a truth value has a byte.
                    Skip((header & 15) is 1 or 2 ? 3 : header & 15, depth + 1);
                }

                break;
            case 12:
                int field = 0;
                while (Field(ref field) is { } inner and > 0)
                {
                    Skip(inner, depth + 1);
                }

                break;
            default:
                throw Damaged();
        }
    }

    private long Number()
    {
        ulong zigzag = Varint();
        return (long)(zigzag >> 1) ^ -(long)(zigzag & 1);
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            int next = Byte();
            value |= (ulong)(next & 127) << shift;
            if (next < 128)
            {
                return value;
            }
        }

        throw Damaged();
    }

    private void Forward(ulong bytes)
    {
        if (bytes > (ulong)(content.Length - at))
        {
            throw Damaged();
        }

        at += (int)bytes;
    }

    private int Byte() => at >= 0 && at < content.Length ? content[at++] : throw Damaged();

    private static InvalidDataException Damaged() => new("A page of it can't be read.");

    private sealed record Page
    {
        public long Unpacked { get; set; } = -1;

        public long Packed { get; set; } = -1;

        public long Values { get; set; } = -1;

        public bool IsDictionary { get; set; }
    }
}
