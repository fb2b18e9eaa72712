using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace MotCua.App.Data;

/// <summary>Seals the keys of cookies and forms with the vault, whose own keys are outside the database: who reads the database cannot forge a session.</summary>
public sealed class VaultKeyEncryptor(PersonalDataVault vault) : IXmlEncryptor
{
    /// <inheritdoc />
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        ArgumentNullException.ThrowIfNull(plaintextElement);
        return new EncryptedXmlInfo(new XElement("sealed", vault.Seal(plaintextElement.ToString(SaveOptions.DisableFormatting))), typeof(VaultKeyDecryptor));
    }
}

/// <summary>Opens what <see cref="VaultKeyEncryptor"/> sealed.</summary>
public sealed class VaultKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    /// <inheritdoc />
    public XElement Decrypt(XElement encryptedElement)
    {
        ArgumentNullException.ThrowIfNull(encryptedElement);
        return XElement.Parse(services.GetRequiredService<PersonalDataVault>().Unseal(encryptedElement.Value));
    }
}
