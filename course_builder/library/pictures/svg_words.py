"""What a drawing may consist of. Everything else of SVG is left out when it is written anew."""

SVG, XLINK, XML = (
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/1999/xlink",
    "http://www.w3.org/XML/1998/namespace",
)
ELEMENT_NAMES = (
    "circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting "
    "feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode "
    "feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter g line linearGradient marker "
    "mask path pattern polygon polyline radialGradient rect stop style svg switch symbol text textPath title tspan use view"
)
ELEMENTS = frozenset(ELEMENT_NAMES.split())
ATTRIBUTE_NAMES = (
    "alignment-baseline amplitude azimuth baseFrequency baseline-shift bias class clip-path clip-rule clipPathUnits color "
    "color-interpolation color-interpolation-filters cx cy d diffuseConstant direction display divisor dominant-baseline dx dy "
    "edgeMode elevation exponent fill fill-opacity fill-rule filter filterUnits flood-color flood-opacity font-family font-size "
    "font-style font-variant font-weight fx fy gradientTransform gradientUnits height href id in in2 intercept k1 k2 k3 k4 "
    "kernelMatrix kernelUnitLength lang lengthAdjust letter-spacing lighting-color limitingConeAngle marker-end marker-mid "
    "marker-start markerHeight markerUnits markerWidth mask mask-type maskContentUnits maskUnits mode numOctaves offset opacity "
    "operator order orient overflow paint-order pathLength patternContentUnits patternTransform patternUnits points pointsAtX "
    "pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY result role rotate rx ry scale seed "
    "shape-rendering slope space specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles stop-color "
    "stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity "
    "stroke-width style surfaceScale systemLanguage tableValues targetX targetY text-anchor text-decoration text-rendering "
    "textLength transform transform-origin type unicode-bidi values vector-effect version viewBox visibility width word-spacing "
    "writing-mode x x1 x2 xChannelSelector y y1 y2 yChannelSelector z"
)
ATTRIBUTES = frozenset(ATTRIBUTE_NAMES.split())
MOST_USES = 24
"""Parts shown again. One that shows two that show two … would keep a browser busy for ever."""
