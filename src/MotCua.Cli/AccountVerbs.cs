using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Accounts;
using MotCua.Domain.Accounts;
using MotCua.Domain.Kernel;

namespace MotCua.Cli;

/// <summary>Verbs of accounts: <c>admin create</c>, <c>seed accounts</c>.</summary>
public static class AccountVerbs
{
    private static readonly Actor Operator = Actor.System("motcua");

    /// <summary><c>motcua admin create</c>.</summary>
    public static Verb CreateAdmin { get; } = new(
        "admin create",
        "--user TÊN-ĐĂNG-NHẬP --name HỌ-TÊN [--role province|unit|operator] [--unit ĐƠN-VỊ] [--password-file TỆP]",
        "Tạo quản trị viên; in một dòng JSON có mật khẩu lần đầu, phải đổi khi đăng nhập lần đầu cùng lúc cài mã xác thực.",
        "Creates an administrator; prints one JSON line with the first password, to be changed at the first sign-in, where the second factor is enrolled.",
        ["user=", "name=", "role=", "unit=", "password-file="],
        (call, ct) =>
        {
            call.Arguments.NoPositions();
            var (user, name) = (call.Arguments.Required("user"), call.Arguments.Required("name"));
            var role = call.Arguments.Optional("role") switch
            {
                null or "province" => Role.ProvinceAdministrator,
                "unit" => Role.UnitAdministrator,
                "operator" => Role.Operator,
                var other => throw new UsageException($"--role phải là province, unit hoặc operator; đã nhận «{other}»."),
            };
            var unit = call.Arguments.Optional("unit") ?? (role == Role.UnitAdministrator ? throw new UsageException("Thiếu tùy chọn --unit.") : "ubnd-tinh");
            var file = call.Arguments.Optional("password-file");
            if (file is not null && !File.Exists(file))
            {
                throw new UsageException($"Không có tệp «{file}».");
            }

            return DatabaseVerb.RunAsync(call, async services =>
            {
                var password = file is null ? null : (await File.ReadAllTextAsync(file, ct)).Trim();
                var made = await services.GetRequiredService<CreateAdministratorHandler>().HandleAsync(new CreateAdministrator(user, name, role, unit, password), Operator, ct);
                if (!made.IsOk)
                {
                    await call.Error.WriteLineAsync(made.Problem.Title);
                    return ExitCode.Rejected;
                }

                await call.Out.WriteLineAsync(System.Text.Json.JsonSerializer.Serialize(new { user = made.Value.UserName, role = role.ToString(), unit, first_password = file is null ? made.Value.FirstPassword : null }));
                return ExitCode.Done;
            }, ct);
        });

    /// <summary><c>motcua seed accounts</c>.</summary>
    public static Verb SeedAccounts { get; } = new(
        "seed accounts",
        "",
        "Tạo tài khoản mẫu cho mỗi vai trò (chỉ để trình diễn) và in bảng: tên, mật khẩu, khóa và mã xác thực hiện thời.",
        "Creates a demo account for each role (demonstration only) and prints a table: name, password, secret and present code.",
        [],
        (call, ct) =>
        {
            call.Arguments.NoPositions();
            return DatabaseVerb.RunAsync(call, async services =>
            {
                var made = (await services.GetRequiredService<SeedDemoAccountsHandler>().HandleAsync(new SeedDemoAccounts(), Operator, ct)).Value;
                var step = Totp.StepOf(call.Clock.GetUtcNow());
                await call.Out.WriteLineAsync("user_name,role,unit,title,password,totp_secret,code_now");
                foreach (var o in made)
                {
                    await call.Out.WriteLineAsync($"{o.UserName},{o.Role},{o.UnitKey},{o.Title},{o.Password},{o.TotpSecret},{Totp.CodeOf(o.TotpSecret, step)}");
                }

                await call.Error.WriteLineAsync($"Đã có {made.Count} tài khoản mẫu. Không dùng trong vận hành thật. / {made.Count} demo accounts; never in production.");
                return ExitCode.Done;
            }, ct);
        });
}
