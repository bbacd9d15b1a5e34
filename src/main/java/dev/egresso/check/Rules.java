package dev.egresso.check;

import java.util.List;
import java.util.stream.Stream;

/** Every rule there is, by what it looks at. */
public final class Rules {
    /** About a ServiceEntry by itself, and about forms that all kinds share. */
    private static final List<Rule> SERVICE_ENTRY = List.of(
            new SeHostsEmpty(),
            new SeHostFullWildcard(),
            new HostSyntax(),
            new SeHostPartialWildcard(),
            new SeHostIsIp(),
            new SeHostIsUrl(),
            new SeHostShort(),
            new SeHostDup(),
            new SePortRange(),
            new SePortNameRequired(),
            new SePortNameSyntax(),
            new SePortDupName(),
            new SePortDupNumber(),
            new SeProtocolUnknown(),
            new SeProtocolEmpty(),
            new SeProtocolUdp(),
            new SeProtocolHttpProxy(),
            new SeNoPorts(),
            new SeResolutionMissing(),
            new SeNoneWithEndpoints(),
            new SeDnsWildcard(),
            new SeRrMultiEndpoint(),
            new SeStaticNoEndpoints(),
            new SeStaticEndpointNotIp(),
            new SeEndpointAddr(),
            new SeEndpointPortUnknown(),
            new SeEndpointsAndSelector(),
            new SeAddrSyntax(),
            new SeCidrResolution(),
            new SeDynamicDnsShape(),
            new SeTcpNoAddress(),
            new SeTcpMultiHost(),
            new SeTcpHostsAddr(),
            new SeLocationInternal(),
            new ExporttoSyntax(),
            new SeSelectorForm());

    /** About a VirtualService by itself. */
    private static final List<Rule> VIRTUAL_SERVICE = List.of(
            new VsHostsEmpty(),
            new VsHostStarMesh(),
            new VsHostOverlap(),
            new VsHostShort(),
            new VsGatewaysNoMesh(),
            new VsNoRoutes(),
            new VsRouteEmpty(),
            new VsRegexEmpty(),
            new VsRegexRe2(),
            new VsRegexLong(),
            new VsRegexPartial(),
            new VsUriNoSlash(),
            new VsMatchHasQuery(),
            new VsMatchPort(),
            new VsHeaderKey(),
            new VsRewriteEmpty(),
            new VsRewriteBoth(),
            new VsRewriteRegexFields(),
            new VsRewriteRegexGroup(),
            new VsRewriteUriForm(),
            new VsRewriteGlue(),
            new VsRewriteDoubleSlash(),
            new VsRewriteWithRedirect(),
            new VsAuthorityTwice(),
            new VsAuthorityForm(),
            new VsWeights(),
            new VsDuration(),
            new VsRetry(),
            new VsUnreachable(),
            new VsIneffectiveMatch(),
            new VsTlsSniSubset(),
            new VsTlsSniIp());

    /** About a DestinationRule by itself. */
    private static final List<Rule> DESTINATION_RULE = List.of(
            new DrHost(),
            new DrPolicyEmpty(),
            new DrTlsModeMissing(),
            new DrMutualCerts(),
            new DrCredAndFiles(),
            new DrCredNoSelector(),
            new DrSkipVerify(),
            new DrSkipVerifyConflict(),
            new DrSniNoSan(),
            new DrCaUnset(),
            new DrIstioMutualExternal(),
            new DrIstioMutualFields(),
            new DrSelectorExport(),
            new DrSelectorForm(),
            new DrH2ClientProto(),
            new DrSubsetDup());

    /** About what the resources come to together. */
    private static final List<Rule> TOGETHER = List.of(
            new XDestNoService(),
            new XDestPortNotInSe(),
            new XDestPortMissing(),
            new XDestPortDefaulted(),
            new XDrHostMismatch(),
            new XDrMissingForTls(),
            new XDrTlsOnPlain(),
            new XDrDoubleTls(),
            new XDrScopeDoubleTls(),
            new XDrPortlevelUnknown(),
            new XDrPortlevelOverrides(),
            new XDrNamespace(),
            new XDrDuplicate(),
            new XSubsetUndefined(),
            new XSubsetExternal(),
            new XAuthorityMissing(),
            new XAuthorityMismatch(),
            new XAuthorityPort(),
            new XVsIntIsExt(),
            new XIntNoService(),
            new XIntPortProto(),
            new XIntHeadless(),
            new XIntExternalname(),
            new XVsHostConflict(),
            new XSeHostConflict(),
            new XSeProtoConflict(),
            new XSeShadowsSvc(),
            new XExporttoIncompat(),
            new XNameCollision(),
            new XMetaName(),
            new XNsMissing(),
            new XApiVersion(),
            new XGrpcUpstreamH1(),
            new XGrpcRewrite(),
            new XTcpTlsNoSniSan(),
            new XStarttls(),
            new XTcpPortClash(),
            new XResolutionDnsRedirect(),
            new XWildcardDest(),
            new XRedirectHttp(),
            new XAmbientNoWaypoint(),
            new XSidecarScope());

    /** About fields, by the schema. */
    private static final List<Rule> FIELDS = List.of(
            new XUnknownField(),
            new XFieldType(),
            new XFieldEnum(),
            new XFieldRequired(),
            new XFieldLimit(),
            new XFieldOneOf(),
            new XFieldDuration());

    private Rules() {}

    public static List<Rule> all() {
        return Stream.concat(ofIstio().stream(), FIELDS.stream()).toList();
    }

    /** What istiod, Envoy and Kubernetes make of a set. */
    static List<Rule> ofIstio() {
        return Stream.of(SERVICE_ENTRY, VIRTUAL_SERVICE, DESTINATION_RULE, TOGETHER)
                .flatMap(List::stream)
                .toList();
    }

    /** What the API server compares with a schema. */
    static List<Rule> ofSchema() {
        return FIELDS;
    }
}
