import type { Language } from './language';

export const spanish: Language = {
	name: 'Spanish',
	units: 'cero uno/un/una dos tres cuatro cinco seis siete ocho nueve',
	teens: 'diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve',
	tens: 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
	compounds: `
		veintiuno=21 veintiún=21 veintiuna=21 veintidós=22 veintitrés=23 veinticuatro=24 veinticinco=25
		veintiséis=26 veintisiete=27 veintiocho=28 veintinueve=29
		doscientos=200 doscientas=200 trescientos=300 trescientas=300 cuatrocientos=400
		cuatrocientas=400 quinientos=500 quinientas=500 seiscientos=600 seiscientas=600 setecientos=700
		setecientas=700 ochocientos=800 ochocientas=800 novecientos=900 novecientas=900
	`,
	hundred: 'cien/ciento',
	thousand: 'mil',
	large: 'millón millones',
	joins: 'y',
	weak: 'un una uno once dos',
	repeats: 'doble=2 triple=3 cuádruple=4',
	times: 'veces',
	letterCases: 'mayúscula mayúsculas minúscula minúsculas',
	addressSigns: 'arroba=@ punto=. guion=- bajo=_',
	spellingAlphabet: 'h=hache j=jota f=efe l=ele m=eme n=ene r=erre x=equis z=zeta v=uve',
	phrases: {
		card: `
			número de la (visa|mastercard), números de mi tarjeta, los 16 dígitos, número largo,
			número de tarjeta, número de la tarjeta, número de mi tarjeta, número de su tarjeta,
			número de tu tarjeta, números de la tarjeta, número de tarjeta de crédito,
			número de tarjeta de débito, número de la tarjeta de crédito, número de la tarjeta de débito,
			tarjeta número, los dieciséis dígitos, dieciséis dígitos, 16 dígitos
		`,
		cardMention: `tarjeta de crédito, tarjeta de débito, tarjeta, tarjeta bancaria`,
		security: `
			código de (tres|cuatro|3|4) (dígitos|cifras|números), código de la tarjeta, número de control, (tres|3|cuatro|4) (dígitos|números|cifras),
			código de seguridad, el código de seguridad, número de seguridad,
			código de verificación de la tarjeta, código cvv, código cvc, clave de seguridad,
			(tres|3|últimos tres|) (dígitos|números|cifras) (de atrás|detrás|por detrás|del reverso|al dorso|de la parte de atrás|de la parte trasera),
			(código|número) (de atrás|detrás|por detrás|del reverso|al dorso|de la parte de atrás),
			tres dígitos, tres números, tres cifras, últimos tres, tres últimos, tres dígitos de atrás, tres números de atrás, tres dígitos del reverso,
			tres números del reverso, tres dígitos al dorso, 3 dígitos de atrás, dígitos del reverso,
			números del reverso, número del reverso, número de atrás, números de atrás, código de atrás,
			código del reverso, al dorso, parte de atrás, parte trasera, reverso de la tarjeta,
			reverso de su tarjeta, dorso de la tarjeta
		`,
		expiry: `
			fecha de vencimiento, fecha de caducidad, fecha de expiración, vencimiento, caducidad, vence,
			caduca, expira, válida hasta, vigencia
		`,
		bank: `
			cci, cbu, número de (cci|cbu), código de cuenta, número interbancario, clabe bancaria, número de cuenta clabe, entidad y oficina,
			número de cuenta, número de la cuenta, número de mi cuenta, número de su cuenta,
			número de tu cuenta, número de cuenta bancaria, cuenta bancaria, cuenta corriente,
			cuenta de ahorros, cuenta de cheques, cuenta número, datos bancarios, número de ruta,
			número de routing, código de ruta, clabe interbancaria, cuenta clabe, número iban,
			código iban, código swift, código bic, bizum, en la cuenta, a la cuenta, en mi cuenta,
			a mi cuenta
		`,
		bankMention: `cuenta, mi cuenta, banco, transferencia`,
		tax: `
			número de afiliación, nss, número de seguro, número del seguro, mi cédula, su cédula, número de rfc, número de cuit, mi rut,
			número de seguro social, seguro social, número del seguro social,
			número de la seguridad social, número de seguridad social, seguridad social, nif, NIE,
			nie número, número de nie, dni, número de dni, documento nacional de identidad,
			número de identificación fiscal, identificación fiscal, número fiscal, cif, rfc, rut, cuit,
			cuil, curp, nit, número de contribuyente, cédula, número de cédula, número de identidad,
			número de identificación, pasaporte, número de pasaporte, número de iva
		`,
		code: `
			código temporal, código de confirmación, código que me (llegó|mandaron|enviaron|dieron|salió), código que (recibí|llegó), código de la app, token, token del banco, clave temporal, clave de cuatro dígitos, nip, mi nip, su nip,
			código de verificación, código de un solo uso, código de confirmación del banco,
			clave dinámica, código que me llegó, código que le llegó, código que le enviamos,
			código que le mandamos, código que recibió, código que me enviaron, código sms,
			código por sms, código de acceso, código de autenticación, código de seis dígitos,
			código de 6 dígitos, código de cuatro dígitos, número pin, mi pin, su pin, el pin,
			clave de acceso, clave de la tarjeta, clave de mi tarjeta, clave de su tarjeta,
			clave del cajero, clave de cajero, clave numérica, la clave, mi clave, su clave, tu clave,
			pin de la tarjeta, clave de un solo uso, clave del banco, clave bancaria
		`,
		password: `
			password, passwd, la contraseña, mi contraseña, contraseña, contraseñas, clave secreta, palabra clave, mi clave, la clave, su clave,
			palabra (secreta|de seguridad|de paso|memorable), frase (de paso|de contraseña), pregunta (de seguridad|secreta),
			respuesta (secreta|de seguridad), (clave|contraseña) (telefónica|de voz|de teléfono), apellido de soltera, primera mascota,
			códigos de (respaldo|recuperación|seguridad de respaldo), código de (respaldo|recuperación), clave del wifi
		`,
		seed: `
			frase semilla, frase de recuperación, palabras de recuperación, frase secreta,
			frase mnemotécnica, doce palabras, 12 palabras, veinticuatro palabras, palabras semilla, las palabras, mis palabras, sus palabras,
			24 palabras, palabras son, mi frase, palabras secretas, seed phrase, frase de respaldo
		`,
		key: `clave privada, la clave privada, mi clave privada, llave privada, clave api, clave de api, llave api, token de acceso, llave secreta, la llave, mi llave, clave de acceso a la api, api key, private key, llave de api`,
		lastFour: `
			termina en, terminada en, terminado en, que termina en, terminación, últimos cuatro,
			últimos cuatro dígitos, los últimos cuatro, últimos 4, últimos 4 dígitos, últimas cuatro,
			últimas cuatro cifras, acaba en, acabada en
		`,
		phone: `
			teléfono, número de teléfono, celular, número de celular, móvil, número de móvil, llámeme,
			llámame, llámeme al, número de contacto, mi número es, whatsapp
		`,
		reference: `
			número de factura, factura número, número de la factura, número de pedido, número del pedido,
			pedido número, número de orden, orden número, número de ticket, número de caso,
			número de reclamo, número de transacción, id de transacción, número de operación,
			número de referencia, número de reserva, número de seguimiento, número de rastreo,
			código de seguimiento, código de reserva, código de descuento, código promocional,
			número de cliente, id de cliente, número de contrato, número de póliza,
			número de suscripción, número de serie, número de vuelo, número de envío, número de guía,
			número de incidencia, código de error, versión, id de llamada, localizador, número de recibo,
			número de expediente, número de socio, extensión
		`,
		thing: `
			factura, facturas, pedido, pedidos, orden, recibo, reserva, transacción, caso, pago, pagos,
			envío, habitación, vuelo, paso, opción, página, línea, piso, cliente, contrato
		`,
		amount: `
			importe, monto, cantidad, saldo, precio, costo, coste, cargo, cargos, cobro, cobraron,
			cobrado, pagué, pagar, debo, debe, reembolso, descuento, cuesta, valor, suma, tarifa, cuota
		`,
		date: `fecha, desde, nacimiento, nací, año, mes, cumpleaños, hasta`,
		postal: `código postal`,
		filler: `
			este, eh, pues, bueno, a ver, espere, espera, un momento, un segundo, un momentito,
			un segundito, un minuto, deme un momento, deme un segundo, déjeme ver, déjame ver, y, luego,
			después, entonces, sí, vale, de acuerdo, perfecto, muy bien, bien, es, es el, son, el, la,
			los, las, guion, guión, guion medio, espacio, coma, punto, de, del, ok, claro, correcto,
			por favor, gracias, aquí, aquí está, ahora, otra vez, sigue, siguiente, los siguientes,
			primeros cuatro, siguientes cuatro, los primeros cuatro, los siguientes cuatro, mi, mire,
			digo, y luego, y después, seguido de, número es, empieza con, empieza por, comienza con,
			apunte, anote, tome nota, finalmente, mmm
		`,
		correction: `
			no, perdón, perdone, disculpe, mejor dicho, quiero decir, me equivoqué, corrijo, lo siento,
			no espere
		`,
		money: `
			dólar, dólares, euro, euros, peso, pesos, libra, libras, centavo, centavos, céntimo,
			céntimos, por ciento, millones, mil euros, mil dólares
		`,
		unit: `
			día, días, semana, semanas, mes, meses, año, años, hora, horas, minuto, minutos, segundo,
			segundos, veces, vez, personas, facturas, pedidos, cargos, pagos, artículos, unidades,
			boletos, de la tarde, de la mañana, de la noche, calle, tarjetas, cuentas, opciones, cosas,
			correos, llamadas
		`,
		month: `
			enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, setiembre, octubre,
			noviembre, diciembre
		`,
		digits: `dígito, dígitos, cifra, cifras, números, letras, palabras, caracteres`,
		is: `es, son, era, sería`,
		purpose: `para, como, de`,
		spelling: `
			mayúscula, minúscula, mayúsculas, minúsculas, en mayúscula, en minúscula, en mayúsculas, en minúsculas,
			guion bajo, guión bajo, guion, guión, barra baja, arroba, punto, signo, asterisco, numeral, almohadilla,
			gato, signo de dólar, signo de pesos, signo de exclamación, signo de admiración, exclamación,
			admiración, signo de interrogación, interrogación, signo de porcentaje, signo de más, signo igual,
			ampersand, barra, dos puntos, hashtag, todo junto, sin espacios, letra, número
		`,
		notPassword: `
			incorrecta, incorrecto, no, mi, su, la, el, una, un, que, de, para, en, muy, errónea, equivocada,
			expirada, vencida, inválida, válida, nueva, antigua, vieja, segura, correcta, demasiado, siempre,
			nunca, necesaria, obligatoria, caducada, olvidada, temporal, algo, está, bloqueada, débil, otra,
			diferente, privada, secreta, confidencial, ella, usted, ustedes, nosotros, ellos, les, nos, los,
			las, del, sabe, sabes, recuerdo, acuerdo, acuerda, olvidé, olvidó, olvidado, idea, ninguna,
			ninguno, nada, todo, todos, nadie, alguien, qué, cuál, cuándo, dónde, cómo, quién, por qué,
			porque, pero, también, tampoco, todavía, aún, más, menos, muy bien, tal, tengo, tiene, tenía,
			han, había, hay, estoy, estás, estaba, soy, eres, puedo, puede, podría, quiero, quiere, debo,
			debe, hago, hace, hacer, dije, dijo, decir, doy, dar, dio, puse, puso, poner, funciona, sirve,
			entra, pasa, hola, buenas, gracias, perdón, claro, exacto, correcto, perfecto, vale, entendido,
			misma, mismo, igual, fácil, difícil, complicada, larga, corta, hackeada, robada, cambiada,
			enviada, ayer, hoy, mañana, con, sin, sobre, por, desde, hasta, aquí, allí, ahí, esta, este,
			esto, esa, ese, eso, quizás, ninguna idea
		`,
		anyCode: `código, clave`,
		sent: `enviamos, enviado, envié, mandamos, mandaron, llegó, recibió, recibí, mensaje, sms`,
		speaker: `agente, asistente, operador, operadora, asesor, asesora, cliente, llamante, usuario, usuaria, hablante, interlocutor`,
	},
};
