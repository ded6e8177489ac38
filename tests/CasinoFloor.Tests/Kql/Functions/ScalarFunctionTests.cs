using Xunit;

namespace CasinoFloor.Tests.Kql.Functions;

/// <summary>Scalar functions, each with the examples that the documentation of the language gives for it.</summary>
public sealed class ScalarFunctionTests : KqlTestBase
{
    [Theory]
    [InlineData("convert_angle(1.2, 'Degree', 'Arcminute')", 72)]
    [InlineData("convert_energy(1.2, 'Joule', 'BritishThermalUnit')", 0.00113738054437598)]
    [InlineData("convert_force(1.2, 'Newton', 'Decanewton')", 0.12)]
    [InlineData("convert_length(1.2, 'Meter', 'Foot')", 3.93700787401575)]
    [InlineData("convert_mass(1.2, 'Kilogram', 'Pound')", 2.64554714621853)]
    [InlineData("convert_speed(1.2, 'MeterPerSecond', 'CentimeterPerHour')", 432000)]
    [InlineData("convert_temperature(1.2, 'Kelvin', 'DegreeCelsius')", -271.95)]
    [InlineData("convert_temperature(212, 'DegreeFahrenheit', 'Kelvin')", 373.15)]
    [InlineData("convert_volume(1.2, 'CubicMeter', 'AcreFoot')", 0.0009728568)]
    [InlineData("beta_cdf(0.9, 10.0, 20.0)", 0.999999999999959)]
    [InlineData("beta_pdf(0.5, 10.0, 20.0)", 0.746176019310951)]
    [InlineData("beta_inv(0.1, 10.0, 20.0)", 0.226415022388749)]
    [InlineData("beta_cdf(1.5, 10.0, 20.0)", double.NaN)]
    [InlineData("beta_inv(0.1, -1.0, 20.0)", double.NaN)]
    [InlineData("geo_distance_2points(-122.407628, 47.578557, -118.275287, 34.019056)", 1546754.35197381)]
    [InlineData("series_cosine_similarity(dynamic([0.1,0.2,0.1,0.2]), dynamic([0.11,0.2,0.11,0.21]))", 0.99935343825504)]
    public void Print_RealFunction_AnswersTheDocumentedNumber(string expression, double expected)
    {
        var actual = Assert.IsType<double>(Assert.Single(Run("print x = " + expression).Table.Rows)[0]);

        if (double.IsNaN(expected))
        {
            Assert.True(double.IsNaN(actual));
        }
        else
        {
            Assert.Equal(expected, actual, 1e-9 * Math.Abs(expected));
        }
    }

    [Theory]
    [InlineData("convert_length(1.2, 'Cubit', 'Foot')", "null")]
    [InlineData("beta_inv(1.5, 10.0, 20.0)", "null")]
    [InlineData("geo_distance_2points(300, 1, 1, 1)", "null")]
    [InlineData("geo_point_to_geohash(139.806115, 35.554128, 12)", "xn76m27ty9g4")]
    [InlineData("geo_point_to_geohash(-80.195829, 25.802215, 8)", "dhwfz15h")]
    [InlineData("geo_point_to_geohash(200, 1, 8)", "")]
    [InlineData("geo_point_to_geohash(1, 1, int(null))", "")]
    [InlineData("geo_geohash_to_central_point('sunny')", """{"type":"Point","coordinates":[42.47314453125,23.70849609375]}""")]
    [InlineData("geo_point_in_circle(-122.317404, 47.609119, -122.3221, 47.6058, 18000)", "True")]
    [InlineData("has_ipv4('05:04:54 127.0.0.1 GET /favicon.ico 404', '127.0.0.1')", "True")]
    [InlineData("has_ipv4('05:04:54 127.0.0.256 GET /favicon.ico 404', '127.0.0.256')", "False")]
    [InlineData("has_ipv4('05:04:54127.0.0.1 GET /favicon.ico 404', '127.0.0.1')", "False")]
    [InlineData("has_any_ipv4('05:04:54 127.0.0.1 GET', '1.1.1.1', '127.0.0.1')", "True")]
    [InlineData("has_any_ipv4('05:04:54 127.0.0.1 GET', dynamic(['127.0.0.1']))", "True")]
    [InlineData("has_ipv4_prefix('05:04:54 127.0.0.1 GET', '127.0.')", "True")]
    [InlineData("has_any_ipv4_prefix('05:04:54 127.0.0.1 GET', dynamic(['127.0', '192.168.']))", "False")]
    [InlineData("parse_ipv6('192.168.255.255/24')", "0000:0000:0000:0000:0000:ffff:c0a8:ff00")]
    [InlineData("parse_ipv6_mask('fe80::85d:e82c:9446:7994/120', 124)", "fe80:0000:0000:0000:085d:e82c:9446:7900")]
    [InlineData("parse_ipv6_mask('::192.168.255.255/24', 128)", "0000:0000:0000:0000:0000:ffff:c0a8:ff00")]
    [InlineData("parse_ipv6('nowhere')", "")]
    [InlineData("ipv6_compare('192.168.1.1/24', '::ffff:c0a8:01ff')", "0")]
    [InlineData("ipv6_compare('fe80::85d:e82c:9446:7994/127', 'fe80::85d:e82c:9446:7998', 120)", "0")]
    [InlineData("ipv6_compare('192.168.1.1', 'nowhere')", "null")]
    [InlineData("ipv6_is_match('192.168.1.1', '192.168.1.2')", "False")]
    [InlineData("ipv6_is_in_any_range('a5e:f127:8a9d:146d:e102:b5d3:c755:abce', 'a5e:f127:8a9d:146d:e102:b5d3:c755:f6cd/112', '0:0:0:0:0:ffff:c0a8:ac/60')", "True")]
    [InlineData("format_ipv4('192.168.1.1/24', -1)", "")]
    [InlineData("punycode_from_string('académie-française')", "acadmie-franaise-npb1a")]
    [InlineData("punycode_to_string('acadmie-franaise-npb1a')", "académie-française")]
    [InlineData("punycode_domain_from_string('艺术.com')", "xn--cqv902d.com")]
    [InlineData("punycode_domain_to_string('xn--cqv902d.com')", "艺术.com")]
    [InlineData("parse_command_line('echo \"hello world!\"', 'windows')", """["echo","hello world!"]""")]
    [InlineData("parse_xml('<e/>')", """{"e":null}""")]
    [InlineData("parse_xml('<e name=\"value\">text</e>')", """{"e":{"@name":"value","#text":"text"}}""")]
    [InlineData("parse_xml('<e> <a>text</a> <a>text</a> </e>')", """{"e":{"a":["text","text"]}}""")]
    [InlineData("parse_xml('no')", "null")]
    [InlineData("bag_set_key(dynamic({'key1':123}), '$.key2.prop1', 'abc')", """{"key1":123,"key2":{"prop1":"abc"}}""")]
    [InlineData("bag_set_key(dynamic({'key1':1,'key3':'abc'}), 'key3', 3)", """{"key1":1,"key3":3}""")]
    [InlineData("bag_zip(dynamic(['a',8,'b']), dynamic(1))", """{"a":null,"b":null}""")]
    [InlineData("treepath(dynamic({'listProperty':[100,200,'abcde',{'x':'y'}]}))", """["['listProperty']","['listProperty'][0]","['listProperty'][0]['x']"]""")]
    [InlineData("dynamic_to_json(dynamic({'b':1,'a':{'d':1,'c':2}}))", """{"a":{"c":2,"d":1},"b":1}""")]
    [InlineData("array_shift_left(dynamic(['a','b']), 1)", """["b",""]""")]
    [InlineData("array_sum(dynamic([1,'a']))", "null")]
    [InlineData("indexof_regex('abcabc', @'a|ab', -1)", "null")]
    [InlineData("indexof_regex('abcabcdefg', @'a.c', 0, 9, 2)", "3")]
    [InlineData("tohex(-256)", "ffffffffffffff00")]
    [InlineData("tohex(toint(-256), 8)", "ffffff00")]
    [InlineData("series_seasonal(dynamic([1,3,5,2,4,6,1,3,5,2,4,6]), 3)", "[1.5,3.5,5.5,1.5,3.5,5.5,1.5,3.5,5.5,1.5,3.5,5.5]")]
    [InlineData("make_timespan(1, 12, 30, 55.123)", "1.12:30:55.1230000")]
    [InlineData("make_timespan(24, 0)", "null")]
    [InlineData("datetime_part('Week_Of_Year', datetime(2017-10-30))", "44")]
    [InlineData("format_bytes(564)", "564 Bytes")]
    [InlineData("format_bytes(10332, 1)", "10.1 KB")]
    [InlineData("format_bytes(20010332)", "19 MB")]
    [InlineData("format_bytes(20010332, 2)", "19.08 MB")]
    [InlineData("format_bytes(20010332, 0, 'KB')", "19541 KB")]
    [InlineData("replace_strings('turn a cat into a dog', dynamic(['cat', 'dog']), dynamic(['dog', 'pigeon']))", "turn a dog into a pigeon")]
    [InlineData("replace_strings('This is', dynamic(['is', 'This']), dynamic(['was', 'This']))", "Thwas was")]
    [InlineData("replace_strings('This is', dynamic(['This', 'is']), dynamic([12345, 'was']))", "This was")]
    [InlineData("series_stats_dynamic(dynamic([1,null]))", "null")]
    [InlineData("tostring(parse_path('/usr/lib/temp/file.txt').RootPath)", "")]
    public void Print_Function_AnswersTheDocumentedValue(string expression, string expected) => Assert.Equal(expected, Rows("print x = " + expression));

    [Theory]
    [InlineData("convert_length(1, 'Mile', 'Meter')", "unit Mile")]
    [InlineData("hash(true)", "hash of a bool")]
    [InlineData("hash_many(1, 2)", "hash_many")]
    [InlineData("series_fit_2lines(dynamic([1,2]))", "series_fit_2lines")]
    [InlineData("geo_point_to_s2cell(1.0, 2.0)", "geo_point_to_s2cell")]
    public void Print_UncertainFunction_IsRefusedByName(string expression, string name)
    {
        var error = Error("print x = " + expression);

        Assert.Contains($"'{name}'", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, error.Line);
    }

    [Theory]
    [InlineData("datetime_part('fortnight', now())")]
    [InlineData("datetime_add('dayofyear', 1, now())")]
    [InlineData("datetime_diff('fortnight', now(), now())")]
    public void Print_UnknownPartOfDate_IsAnErrorAtItsPlace(string expression) =>
        Assert.Equal(expression.IndexOf('\'', StringComparison.Ordinal) + "print x = ".Length + 1, Error("print x = " + expression).Column);

    [Fact]
    public void Summarize_WelchTest_AnswersTheDocumentedProbability()
    {
        var p = Run("""
            print s1 = dynamic([27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4]),
                s2 = dynamic([27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 20.5, 24.4])
            | mv-expand s1 to typeof(double), s2 to typeof(double)
            | summarize m1=avg(s1), v1=variance(s1), c1=count(), m2=avg(s2), v2=variance(s2), c2=count()
            | project p = welch_test(m1, v1, c1, m2, v2, c2)
            """).Table.Rows[0][0];

        Assert.Equal(0.021378, (double)p!, 1e-6);
    }

    [Fact]
    public void Extend_SeriesFitPoly_OfDegreeOneIsTheLine()
    {
        var rows = Run("""
            print y = dynamic([2, 5, 6, 8, 11, 15, 17, 18, 25, 26, 30, 30])
            | extend (r1, s1) = series_fit_line(y), (r2, c2) = series_fit_poly(y)
            | project r1, r2, s1, s2 = todouble(c2[0])
            """).Table.Rows[0];

        Assert.Equal((double)rows[0]!, (double)rows[1]!, 1e-12);
        Assert.Equal((double)rows[2]!, (double)rows[3]!, 1e-12);
    }
}
