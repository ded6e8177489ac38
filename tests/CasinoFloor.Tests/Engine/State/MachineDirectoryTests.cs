using System.Text;
using CasinoFloor.Engine.State;
using Xunit;

namespace CasinoFloor.Tests.Engine.State;

public sealed class MachineDirectoryTests
{
    [Fact]
    public void GetOrAdd_ManyMachines_GivesDenseStableIndexes()
    {
        var directory = new MachineDirectory(10_000);
        for (var round = 0; round < 2; round++)
        {
            for (var machine = 0; machine < 5000; machine++)
            {
                Assert.Equal(machine, directory.GetOrAdd($"A-machine-with-number-{machine}", out var added));
                Assert.Equal(round == 0, added);
            }
        }
    }

    [Fact]
    public void GetOrAdd_LimitReached_RefusesNewOnesOnly()
    {
        var directory = new MachineDirectory(2);
        directory.GetOrAdd("a", out _);
        directory.GetOrAdd("b", out _);

        Assert.Equal(-1, directory.GetOrAdd("c", out var added));
        Assert.False(added);
        Assert.Equal(1, directory.GetOrAdd("b", out _));
    }

    [Fact]
    public void GetOrAdd_KnownMachine_AllocatesNothing()
    {
        var directory = new MachineDirectory(10);
        var id = Encoding.UTF8.GetBytes("SLOT-0001");
        directory.GetOrAdd(id, out _);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            directory.GetOrAdd(id, out _);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
